package org.paperbridge.read.bare;

import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.line.CtcOutput;
import org.paperbridge.read.line.LexiconRanking;
import org.paperbridge.read.line.LineNetwork;

/** A line as a hint: the likeliest of the words, or the letters as seen when there are none. Never accepted. */
public final class BareLine {

    private BareLine() {}

    /** @param grey one line, dark ink on light paper */
    public static CropReading read(LineNetwork network, GreyCrop grey, List<String> words) {
        CtcOutput output = network.output(grey);
        List<Candidate> candidates = LexiconRanking.rank(output, words);
        if (!candidates.isEmpty()) {
            Candidate best = candidates.getFirst();
            return new CropReading(best.value(), best.confidence(), false, candidates);
        }
        String text = output.text();
        return new CropReading(text, 0, false, text.isEmpty() ? List.of() : List.of(new Candidate(text, 0)));
    }
}
