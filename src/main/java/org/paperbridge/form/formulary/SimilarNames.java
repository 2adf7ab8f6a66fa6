package org.paperbridge.form.formulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drugs whose names a hurried hand or eye takes for each other: all but two letters alike and in the same order, neighbours
 * that changed places counting as one letter.
 */
public final class SimilarNames {

    /** Edits between two long names that are still taken for each other. */
    private static final int EDITS = 2;

    /**
     * In shorter names one edit is as many as two in a longer one. Both were set by reading the pairs they give among the
     * 270 names of the shipped word list: twelve pairs, from amoxicilline and ampicilline to prednisone and prednisolone,
     * and none that only share a class's ending. Names that are like each other in other ways (dopamine, dobutamine) are
     * not found.
     */
    private static final int LEAST_LETTERS = 8;

    private SimilarNames() {}

    /** Every name that is like another one, with those it is like. */
    public static Map<String, List<String>> among(List<String> names) {
        List<String> distinct = names.stream().distinct().sorted().toList();
        List<String> folded = distinct.stream().map(DrugText::fold).toList();
        Map<String, List<String>> similar = new TreeMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            for (int j = i + 1; j < distinct.size(); j++) {
                if (areSimilar(folded.get(i), folded.get(j))) {
                    similar.computeIfAbsent(distinct.get(i), name -> new ArrayList<>())
                            .add(distinct.get(j));
                    similar.computeIfAbsent(distinct.get(j), name -> new ArrayList<>())
                            .add(distinct.get(i));
                }
            }
        }
        return similar;
    }

    static boolean areSimilar(String a, String b) {
        int most = Math.min(a.length(), b.length()) < LEAST_LETTERS ? EDITS - 1 : EDITS;
        return !a.equals(b) && Math.abs(a.length() - b.length()) <= most && edits(a, b) <= most;
    }

    /** Optimal string alignment: letters put in, left out, exchanged, and neighbours that changed places. */
    private static int edits(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int exchanged = least[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                least[i][j] = Math.min(exchanged, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], 1 + least[i - 2][j - 2]);
                }
            }
        }
        return least[a.length()][b.length()];
    }
}
