package org.paperbridge.read.tick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.crop.ZoneSampler;

/** Reads one tick field: its boxes, and what they mean together. */
public final class TickField {

    private final TickThresholds thresholds;

    public TickField(TickThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * Any unclear or cancelled box, or two marks where one is allowed, makes the field doubtful. Evidence: {@code
     * fill.VALUE} and {@code reach.VALUE} of every box.
     */
    public FieldReading read(ZoneSampler sampler, FieldZone.Tick field) {
        List<String> marked = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        Map<String, Double> evidence = new TreeMap<>();
        boolean unclear = false;
        double sure = 1;
        for (TickOption option : field.options()) {
            TickInk ink = TickMeter.measure(
                    sampler.cut(option.box().grownBy(TickMeter.MARGIN_MM)), option.box(), TickMeter.FRAME_MM);
            evidence.put("fill." + option.value(), ink.fill());
            evidence.put("reach." + option.value(), ink.reach());
            double confidence = thresholds.confidence(ink);
            sure = Math.min(sure, confidence);
            switch (thresholds.judge(ink)) {
                case MARKED -> {
                    marked.add(option.value());
                    candidates.add(new Candidate(option.value(), confidence));
                }
                case UNCLEAR, CANCELLED -> {
                    unclear = true;
                    candidates.add(new Candidate(option.value(), Math.min(0.5, ink.fill() + 0.1)));
                }
                case UNMARKED -> {}
            }
        }
        candidates.sort(Comparator.comparingDouble(c -> -c.confidence()));
        boolean several = marked.size() > 1 && !field.multiple();
        FieldState state =
                unclear || several ? FieldState.DOUBTFUL : marked.isEmpty() ? FieldState.BLANK : FieldState.READ;
        double confidence = several ? 1.0 / (marked.size() + 1) : sure;
        evidence.put("accepted", state == FieldState.DOUBTFUL || confidence < 0.99 ? 0.0 : 1.0);
        return new FieldReading(
                field.id(), state, several ? List.of() : marked, confidence, candidates, evidence, field.box());
    }
}
