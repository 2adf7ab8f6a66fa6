package org.paperbridge.store.sql;

import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.paperbridge.validation.dashboard.PagePlace;

/** Sides by place, told by their state and by what became of them. */
final class PlaceRows {

    private PlaceRows() {}

    static Map<PagePlace, Long> count(Handle h) {
        Map<PagePlace, Long> places = new EnumMap<>(PagePlace.class);
        h.createQuery("SELECT s.state, coalesce(o.code, ''), count(*) FROM scan s"
                        + " LEFT JOIN page_outcome o ON o.original = s.original AND o.idx = s.idx GROUP BY 1, 2")
                .map((r, c) ->
                        places.merge(placeOf(ScanRows.state(r.getString(1)), r.getString(2)), r.getLong(3), Long::sum))
                .list();
        return places;
    }

    /** @param code as in {@code PageOutcome.code()}, or that of a page whose patient is disputed; may be empty */
    static PagePlace placeOf(ScanState state, String code) {
        return switch (state) {
            case WAITING, READING, READ, ACCEPTED -> PagePlace.IN_THE_MACHINE;
            case RELEASED -> PagePlace.RELEASED;
            case REVIEW ->
                switch (code) {
                    case "unidentified", "unregistered", "forged", "unknown-form", "conflicting", "undecodable" ->
                        PagePlace.UNRESOLVED;
                    case "foreign" -> PagePlace.FOREIGN;
                    default -> PagePlace.FOR_A_PERSON;
                };
            case SET_ASIDE ->
                switch (code) {
                    case "rescan" -> PagePlace.DUPLICATE;
                    case "foreign" -> PagePlace.FOREIGN;
                    case "blank" -> PagePlace.BLANK;
                    case "batch-header", "batch-trailer", "separator" -> PagePlace.BATCH_SHEET;
                    default -> PagePlace.DISCARDED;
                };
        };
    }
}
