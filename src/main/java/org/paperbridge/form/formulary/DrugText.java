package org.paperbridge.form.formulary;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of drugs as hands write them: capitals or not, accents or not. */
final class DrugText {

    private DrugText() {}

    /** Capitals without accents; everything but letters and digits is one blank. */
    static String fold(String text) {
        return Normalizer.normalize(
                        text.replace("œ", "oe")
                                .replace("Œ", "OE")
                                .replace('µ', 'u')
                                .replace('μ', 'u'),
                        Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    static List<String> wordsOf(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
