package org.paperbridge.kit;

import java.util.Map;
import java.util.Set;
import org.paperbridge.kit.labels.LabelPlan;

/**
 * What a kit of one unit holds.
 *
 * @param language of the printed words
 * @param prefilled form name to how many copies every present patient gets
 * @param blanks form name to how many blank spares the unit gets
 * @param pagesPerFile a file is split beyond this, so that any copier takes it
 * @param labels which sheets of stickers
 * @param desks what the unit runs beside beds, e.g. {@code lab}: decides which lists it gets; empty for wards
 * @param beds patients lie there, now or at another time; without them there is nobody to list and nobody to miss
 */
public record KitPlan(
        String language,
        Map<String, Integer> prefilled,
        Map<String, Integer> blanks,
        int pagesPerFile,
        LabelPlan labels,
        Set<String> desks,
        boolean beds) {

    /** What an old copier takes from a stick in one go. */
    public static final int PAGES_PER_FILE = 500;

    private static final Map<String, Integer> PREFILLED = Map.of(
            "prescription",
            1,
            "observation",
            1,
            "pill-plan",
            1,
            "patient-sheet",
            1,
            "last-results",
            1,
            "imaging-history",
            1,
            "last-letter",
            1);

    public KitPlan {
        prefilled = Map.copyOf(prefilled);
        blanks = Map.copyOf(blanks);
        desks = Set.copyOf(desks);
    }

    /** Of a ward. */
    public KitPlan(
            String language,
            Map<String, Integer> prefilled,
            Map<String, Integer> blanks,
            int pagesPerFile,
            LabelPlan labels) {
        this(language, prefilled, blanks, pagesPerFile, labels, Set.of(), true);
    }

    /** Of a place without beds: lists, and no labels or patient sheets. */
    public static KitPlan ofDesk(String language, Set<String> desks) {
        return new KitPlan(language, Map.of(), Map.of(), PAGES_PER_FILE, LabelPlan.NONE, desks, false);
    }

    /** The same, for a unit that runs desks beside its beds. */
    public KitPlan running(Set<String> desksToo) {
        return new KitPlan(language, prefilled, blanks, pagesPerFile, labels, desksToo, beds);
    }

    /** Without labels. */
    public KitPlan(String language, Map<String, Integer> blanks, int pagesPerFile) {
        this(language, PREFILLED, blanks, pagesPerFile, LabelPlan.NONE);
    }

    /** A few of everything: what a unit of twelve beds uses in a night. */
    public static KitPlan usual(String language) {
        return new KitPlan(
                language,
                PREFILLED,
                Map.of("admission", 4, "prescription", 6, "observation", 6),
                PAGES_PER_FILE,
                LabelPlan.USUAL);
    }
}
