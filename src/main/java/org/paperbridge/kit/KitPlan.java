package org.paperbridge.kit;

import java.util.Map;

/**
 * What a kit holds.
 *
 * @param language of the printed words
 * @param blanks form name to how many blank spares a unit gets
 * @param pagesPerFile a file is split beyond this, so that any copier takes it
 */
public record KitPlan(String language, Map<String, Integer> blanks, int pagesPerFile) {

    public KitPlan {
        blanks = Map.copyOf(blanks);
    }

    /** A few of everything: what a unit of twelve beds uses in a night. */
    public static KitPlan usual(String language) {
        return new KitPlan(language, Map.of("admission", 4, "prescription", 6, "observation", 6), 500);
    }
}
