package org.paperbridge.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CellRecogniser;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.comb.CombCells;
import org.paperbridge.read.comb.CombDecoder;
import org.paperbridge.read.comb.CombFields;
import org.paperbridge.read.crop.PrintedWords;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.label.InsDatamatrix;
import org.paperbridge.read.line.FreeInk;
import org.paperbridge.read.line.LexiconLines;
import org.paperbridge.read.line.Lexicons;
import org.paperbridge.read.line.LineText;
import org.paperbridge.read.onnx.OnnxCharacterNet;
import org.paperbridge.read.onnx.OnnxLineNet;
import org.paperbridge.read.opencv.OpenCvZoneSampler;
import org.paperbridge.read.tick.TickField;
import org.paperbridge.read.tick.TickThresholds;
import org.paperbridge.read.zxing.ZxingLabelReader;

/** Reads every kind of field; only the zones of fields are cut out of the scan, never the page. */
public final class PageFieldReader implements FieldReader {

    /** Set by hand: ink or none is seen as surely as a tick. */
    private static final double INK_CONFIDENCE = 0.9995;

    private static final double DECODED_CONFIDENCE = 0.9999;
    private static final double UNCLEAR_CONFIDENCE = 0.5;
    /** A label zone is read this far beyond its frame: stickers are put on crooked. */
    private static final double CROOKED_MM = 3;
    /** Frame line, its blur and the error of registration. */
    private static final double FRAME_MM = 0.6;

    private final CharacterNet net;
    private final CombFields combs;
    private final TickField ticks;
    private final LineText lines;
    private final LabelReader labels;

    public PageFieldReader(CharacterNet net, Calibration calibration, LineText lines, LabelReader labels) {
        this.net = net;
        this.combs = new CombFields(new CombCells(new CellRecogniser(net, calibration)), new CombDecoder(calibration));
        this.ticks = new TickField(TickThresholds.SHIPPED);
        this.lines = lines;
        this.labels = labels;
    }

    /**
     * The reader with everything that is shipped. Opening takes a second or two: keep it.
     *
     * @throws IllegalStateException when a native library does not run on this machine
     */
    public static PageFieldReader shipped() {
        return shipped(Lexicons.shipped());
    }

    /** Likewise with other word lists. */
    public static PageFieldReader shipped(Lexicons lexicons) {
        return shipped(new LexiconLines(OnnxLineNet.shipped(), lexicons));
    }

    /** Likewise without candidates for free lines, of which each costs about 15 ms. */
    public static PageFieldReader shippedWithoutLineHints() {
        return shipped((grey, lexicon) -> List.of());
    }

    private static PageFieldReader shipped(LineText lines) {
        return new PageFieldReader(OnnxCharacterNet.shipped(), Calibration.shipped(), lines, new ZxingLabelReader());
    }

    @Override
    public List<FieldReading> read(PageImage image, PageRegistration registration, LayoutPage layout) {
        try (ZoneSampler sampler = new OpenCvZoneSampler(image, registration)) {
            return read(sampler, layout);
        }
    }

    private List<FieldReading> read(ZoneSampler sampler, LayoutPage layout) {
        List<FieldZone.Comb> combFields = layout.fields().stream()
                .filter(FieldZone.Comb.class::isInstance)
                .map(FieldZone.Comb.class::cast)
                .toList();
        Map<String, FieldReading> combReadings = combs.read(sampler, combFields);
        List<FieldReading> readings = new ArrayList<>();
        for (FieldZone field : layout.fields()) {
            switch (field) {
                case FieldZone.Comb comb ->
                    Optional.ofNullable(combReadings.get(comb.id())).ifPresent(readings::add);
                case FieldZone.Tick tick -> readings.add(ticks.read(sampler, tick));
                case FieldZone.Line line -> readings.add(line(sampler, line));
                case FieldZone.Area area -> readings.add(area(sampler.cut(inside(area)), area));
                case FieldZone.Signature signature ->
                    readings.add(signature(sampler.cut(inside(signature)), signature));
                case FieldZone.Label label -> readings.add(label(sampler, label, layout.drawings()));
                case FieldZone.Print print -> {}
            }
        }
        return readings;
    }

    @Override
    public void close() {
        net.close();
        lines.close();
    }

    private FieldReading line(ZoneSampler sampler, FieldZone.Line field) {
        Zone zone = sampler.cut(inside(field));
        FreeInk ink = FreeInk.of(zone);
        if (!ink.present() && !ink.unclear()) {
            return reading(field, FieldState.BLANK, List.of(), INK_CONFIDENCE, List.of(), ink);
        }
        List<Candidate> candidates = field.lexicon()
                .map(words -> lines.candidates(zone.grey(), words))
                .orElse(List.of());
        List<String> best = candidates.stream().limit(1).map(Candidate::value).toList();
        double confidence = candidates.isEmpty() ? 0 : candidates.getFirst().confidence();
        return reading(field, FieldState.DOUBTFUL, best, confidence, candidates, ink);
    }

    private static FieldReading area(Zone zone, FieldZone.Area field) {
        FreeInk ink = FreeInk.of(zone);
        boolean blank = !ink.present() && !ink.unclear();
        return reading(
                field,
                blank ? FieldState.BLANK : FieldState.UNREADABLE,
                List.of(),
                ink.unclear() ? UNCLEAR_CONFIDENCE : INK_CONFIDENCE,
                List.of(),
                ink);
    }

    private static FieldReading signature(Zone zone, FieldZone.Signature field) {
        FreeInk ink = FreeInk.of(zone);
        if (ink.unclear()) {
            return reading(field, FieldState.DOUBTFUL, List.of(), UNCLEAR_CONFIDENCE, List.of(), ink);
        }
        List<String> present = ink.present() ? List.of("present") : List.of();
        FieldState state = ink.present() ? FieldState.READ : FieldState.BLANK;
        return reading(field, state, present, INK_CONFIDENCE, List.of(), ink);
    }

    /** What lies within the printed frame: free zones are framed on the edge of their box. */
    private static PageBox inside(FieldZone field) {
        return field.box().grownBy(-FRAME_MM);
    }

    private FieldReading label(ZoneSampler sampler, FieldZone.Label field, List<Drawing> drawings) {
        Zone zone = PrintedWords.takenOut(sampler.cut(inside(field)), drawings);
        FreeInk ink = FreeInk.of(zone);
        if (!ink.present() && !ink.unclear()) {
            return reading(field, FieldState.BLANK, List.of(), INK_CONFIDENCE, List.of(), ink);
        }
        List<String> codes =
                labels.codes(sampler.cut(field.box().grownBy(CROOKED_MM)).grey());
        if (codes.isEmpty()) {
            return reading(field, FieldState.UNREADABLE, List.of(), 0, List.of(), ink);
        }
        List<String> values = codes.stream()
                .map(code ->
                        InsDatamatrix.parse(code).map(InsDatamatrix::number).orElse(code))
                .distinct()
                .toList();
        List<Candidate> candidates = values.stream()
                .map(value -> new Candidate(value, DECODED_CONFIDENCE))
                .toList();
        return reading(field, FieldState.READ, values, DECODED_CONFIDENCE, candidates, ink);
    }

    private static FieldReading reading(
            FieldZone field,
            FieldState state,
            List<String> values,
            double confidence,
            List<Candidate> candidates,
            FreeInk ink) {
        Map<String, Double> evidence = Map.of("ink-mm2", ink.areaMm2());
        return new FieldReading(field.id(), state, values, confidence, candidates, evidence, field.box());
    }
}
