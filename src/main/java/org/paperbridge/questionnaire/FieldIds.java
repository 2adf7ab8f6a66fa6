package org.paperbridge.questionnaire;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Field ids from link ids: the same questionnaire always gets the same ones. */
public final class FieldIds {

    private static final int LONGEST = 40;
    private static final int LONGEST_LINK = 14;

    private final Set<String> used = new HashSet<>();

    public String next(Question question) {
        String link = slug(question.linkId());
        String base = link.isEmpty() || link.length() > LONGEST_LINK
                ? "q-" + slug(question.text().en())
                : "q-" + link + "-" + slug(question.text().en());
        String shortened = shortened(base);
        String id = shortened;
        for (int n = 2; !used.add(id); n++) {
            id = shortened + "-x" + n;
        }
        return id;
    }

    private static String shortened(String slug) {
        String cut = slug.length() > LONGEST ? slug.substring(0, LONGEST) : slug;
        return cut.replaceAll("-+$", "");
    }

    /** Small letters without accents, digits and hyphens. */
    public static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
