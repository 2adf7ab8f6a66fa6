package org.paperbridge.kit;

import java.util.Map;
import org.paperbridge.kit.labels.LabelPlan;

/**
 * What a kit holds.
 *
 * @param language of the printed words
 * @param blanks form name to how many blank spares a unit gets
 * @param pagesPerFile a file is split beyond this, so that any copier takes it
 * @param labels which sheets of stickers
 */
public record KitPlan(String language, Map<String, Integer> blanks, int pagesPerFile, LabelPlan labels) {

    public KitPlan {
        blanks = Map.copyOf(blanks);
    }

    /** Without labels. */
    public KitPlan(String language, Map<String, Integer> blanks, int pagesPerFile) {
        this(language, blanks, pagesPerFile, LabelPlan.NONE);
    }

    /** A few of everything: what a unit of twelve beds uses in a night. */
    public static KitPlan usual(String language) {
        return new KitPlan(language, Map.of("admission", 4, "prescription", 6, "observation", 6), 500, LabelPlan.USUAL);
    }
}
