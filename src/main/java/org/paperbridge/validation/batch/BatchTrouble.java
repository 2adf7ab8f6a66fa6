package org.paperbridge.validation.batch;

import java.util.Locale;

/**
 * Something about a batch that a person should look at. No side is changed by it.
 *
 * @param kind what it is
 * @param side index in the stack where it was noticed
 * @param count how many
 */
public record BatchTrouble(Kind kind, int side, int count) {

    /** What may be wrong with a batch. */
    public enum Kind {
        /** Fewer sheets than counted. */
        SHEETS_MISSING,
        /** More sheets than counted. */
        SHEETS_OVER,
        /** Blank sides although only fronts were scanned: paper that lay the wrong way round shows nothing. */
        TURNED_OVER,
        /** A two-sided scan with an odd number of sides: somewhere a side is missing. */
        ODD_SIDES,
        /** Front and back of one leaf belong to two forms, and both miss their other side: two sheets went in as one. */
        DOUBLE_FEED,
        /** Two patients on the two sides of one leaf. */
        TWO_PATIENTS,
        /** Pages here whose printed form is not whole anywhere. */
        SETS_INCOMPLETE,
        /** The last sheet of another batch. */
        WRONG_TRAILER,
        /** A number is left out among the files of a stack: one was not delivered. */
        FILE_MISSING;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
