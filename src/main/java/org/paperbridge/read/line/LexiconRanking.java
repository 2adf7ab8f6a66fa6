package org.paperbridge.read.line;

import java.util.Comparator;
import java.util.List;
import org.paperbridge.form.reading.Candidate;

/** Which words of a list a line may say. */
public final class LexiconRanking {

    /**
     * A hint for a person. On prescriptions whose drugs the network had met, by hands it had not, the first word was right
     * in 85 of 100 lines ({@code bench lines}); how often it is for other drugs was not measured.
     */
    public static final double MOST_CONFIDENCE = 0.5;

    private static final int CANDIDATES = 5;

    private LexiconRanking() {}

    /** The likeliest words, best first; their confidences share at most {@link #MOST_CONFIDENCE}. */
    public static List<Candidate> rank(CtcOutput line, List<String> words) {
        List<Scored> scored = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .map(word -> new Scored(word, line.logOf(word)))
                // a word with more characters than the line has columns cannot be what is written there
                .filter(word -> Double.isFinite(word.log()))
                .sorted(Comparator.comparingDouble((Scored s) -> -s.log()).thenComparing(Scored::word))
                .limit(CANDIDATES)
                .toList();
        if (scored.isEmpty()) {
            return List.of();
        }
        double best = scored.getFirst().log();
        double total =
                scored.stream().mapToDouble(s -> Math.exp(s.log() - best)).sum();
        return scored.stream()
                .map(s -> new Candidate(s.word(), MOST_CONFIDENCE * Math.exp(s.log() - best) / total))
                .toList();
    }

    private record Scored(String word, double log) {}
}
