package org.paperbridge.validation.dashboard;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where a recovery stands, at one moment.
 *
 * @param pages scanned sides by place; together they are all that was scanned
 * @param files what came in and is not yet, or never was, a row of sides
 * @param fields of the pages that are neither set aside nor waiting to be read
 * @param units the one with most missing pages first
 * @param reviewers whoever decided or released anything in the last 24 hours, or holds a page now; by name
 */
public record Dashboard(
        Instant at,
        Map<PagePlace, Long> pages,
        Files files,
        FieldCounts fields,
        Pace pace,
        List<UnitProgress> units,
        StayCounts stays,
        List<ReviewerLoad> reviewers) {

    public Dashboard {
        Map<PagePlace, Long> all = new EnumMap<>(PagePlace.class);
        for (PagePlace place : PagePlace.values()) {
            all.put(place, pages.getOrDefault(place, 0L));
        }
        pages = Collections.unmodifiableMap(all);
        units = List.copyOf(units);
        reviewers = List.copyOf(reviewers);
    }

    /** All scanned sides. */
    public long scanned() {
        return pages.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether nothing was printed and nothing came in: a fresh installation. */
    public boolean isEmpty() {
        return scanned() == 0 && files.unopened() == 0 && files.refused() == 0 && units.isEmpty();
    }

    /** Expected pages that are neither back nor explained. */
    public long missing() {
        return units.stream().mapToLong(UnitProgress::missing).sum();
    }

    /**
     * Delivered files.
     *
     * @param unopened whose sides are not counted yet
     * @param refused that nobody could open, and a person has to look at
     */
    public record Files(long unopened, long refused) {}

    /**
     * Stays of which a billing sheet came back.
     *
     * @param complete all its billing sheets that are due are back and released
     * @param incomplete the others, as {@link Dashboards#listStays} lists them
     * @param pagesOfNobody billing pages that wait and belong to no stay yet, since they were printed for nobody
     */
    public record StayCounts(long complete, long incomplete, long pagesOfNobody) {}
}
