package org.paperbridge.read.line;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a line network saw, step by step along the line: log probabilities of each of its characters and of none.
 *
 * <p>Not a record because it owns arrays. Words are compared without accents and without regard to capitals: people leave
 * both out, so a letter's probability is that of all its forms together.
 */
public final class CtcOutput {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    /** Of a character the network does not know. */
    private static final double NEVER = Math.exp(-40);

    private final String characters;
    private final double[][] logs;
    /** Letters without accent or case, in the order of their columns from 1. */
    private final String plain;

    private final double[][] shares;

    /**
     * @param characters what columns 1 and up stand for; column 0 stands for nothing
     * @param logs one row a step; handed over
     */
    public CtcOutput(String characters, double[][] logs) {
        this.characters = characters;
        this.logs = logs;
        List<String> folded = new ArrayList<>();
        int[] column = new int[characters.length() + 1];
        for (int c = 0; c < characters.length(); c++) {
            String letter = plain(characters.substring(c, c + 1));
            if (!folded.contains(letter)) {
                folded.add(letter);
            }
            column[c + 1] = folded.indexOf(letter) + 1;
        }
        this.plain = String.join("", folded);
        this.shares = Arrays.stream(logs)
                .map(step -> together(step, column, folded.size()))
                .toArray(double[][]::new);
    }

    private static double[] together(double[] step, int[] column, int letters) {
        double[] shares = new double[letters + 1];
        for (int c = 0; c < step.length; c++) {
            shares[column[c]] += Math.exp(step[c]);
        }
        return shares;
    }

    /** One character stays one character: ligatures are kept. */
    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
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

    /**
     * Log probability that the line says this word, with or without its accents, in capitals or small: the sum over all
     * ways to spread it over the steps, scaled at every step so that nothing underflows.
     */
    public double logOf(String word) {
        String letters = plain(word);
        int[] path = new int[2 * letters.length() + 1];
        for (int i = 0; i < letters.length(); i++) {
            path[2 * i + 1] = plain.indexOf(letters.charAt(i)) + 1;
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
