package org.paperbridge.read.line;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a line network saw, step by step along the line: log probabilities of each of its characters and of none.
 *
 * <p>Not a record because it owns arrays. The network knows no accents, so words are compared without them.
 */
public final class CtcOutput {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    /** Of a character the network does not know. */
    private static final double NEVER = Math.exp(-40);

    private final String characters;
    private final double[][] logs;
    private final double[][] shares;

    /**
     * @param characters what columns 1 and up stand for; column 0 stands for nothing
     * @param logs one row a step; handed over
     */
    public CtcOutput(String characters, double[][] logs) {
        this.characters = characters;
        this.logs = logs;
        this.shares = Arrays.stream(logs)
                .map(step -> Arrays.stream(step).map(Math::exp).toArray())
                .toArray(double[][]::new);
    }

    /** The likeliest character at every step, repetitions and gaps taken out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int last = 0;
        for (double[] step : logs) {
            int best = 0;
            for (int c = 1; c < step.length; c++) {
                best = step[c] > step[best] ? c : best;
            }
            if (best != 0 && best != last) {
                text.append(characters.charAt(best - 1));
            }
            last = best;
        }
        return text.toString().strip();
    }

    /** Log probability that the line says this word, in capitals, small or as a name, whichever fits best. */
    public double logOf(String word) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT);
        String upper = plain.toUpperCase(Locale.ROOT);
        double best = Math.max(forward(lower), forward(upper));
        if (lower.isEmpty()) {
            return best;
        }
        return Math.max(best, forward(upper.charAt(0) + lower.substring(1)));
    }

    /** Sums over all ways to spread the word over the steps, scaled at every step so that nothing underflows. */
    private double forward(String word) {
        int[] path = new int[2 * word.length() + 1];
        for (int i = 0; i < word.length(); i++) {
            path[2 * i + 1] = characters.indexOf(word.charAt(i)) + 1;
        }
        double[] now = new double[path.length];
        double[] next = new double[path.length];
        now[0] = 1;
        double scale = 0;
        for (double[] step : shares) {
            double sum = 0;
            for (int s = path.length - 1; s >= 0; s--) {
                double from = now[s];
                if (s > 0) {
                    from += now[s - 1];
                }
                if (s > 1 && s % 2 == 1 && path[s] != path[s - 2]) {
                    from += now[s - 2];
                }
                next[s] = from * (s % 2 == 1 && path[s] == 0 ? NEVER : step[path[s]]);
                sum += next[s];
            }
            if (sum <= 0) {
                return Double.NEGATIVE_INFINITY;
            }
            for (int s = 0; s < path.length; s++) {
                now[s] = next[s] / sum;
            }
            scale += Math.log(sum);
        }
        double end = path.length > 1 ? now[path.length - 1] + now[path.length - 2] : now[0];
        return scale + Math.log(end);
    }
}
