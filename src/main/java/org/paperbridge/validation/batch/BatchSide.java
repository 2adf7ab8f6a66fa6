package org.paperbridge.validation.batch;

import java.util.Optional;
import java.util.Set;

/**
 * One side of a delivered file, as far as it has come.
 *
 * @param index position in the stack, from 0
 * @param outcome as in {@code PageOutcome.code()}; empty while it waits to be read
 * @param page which printed page it shows, when that is known
 * @param sheet what it says of a batch, when it is a batch sheet
 */
public record BatchSide(int index, String outcome, Optional<PrintedPage> page, Optional<Mark> sheet) {

    private static final String BLANK = "blank";
    private static final String HOLE = "missing";

    /** The place of a side that did not come. */
    public static BatchSide hole(int index) {
        return new BatchSide(index, HOLE, Optional.empty(), Optional.empty());
    }

    /** The same side elsewhere. */
    public BatchSide at(int place) {
        return new BatchSide(place, outcome, page, sheet);
    }

    public boolean isHole() {
        return outcome.equals(HOLE);
    }

    public boolean isRead() {
        return !outcome.isEmpty();
    }

    public boolean isBlank() {
        return outcome.equals(BLANK);
    }

    /**
     * A page of a printed form.
     *
     * @param page from 1
     * @param pages of the form; 1 when the form is not installed
     * @param patient tells patients apart and says nothing else; empty on blank forms
     * @param missing pages of the form that came back nowhere and that nobody explained
     */
    public record PrintedPage(String serial, int page, int copy, int pages, String patient, Set<Integer> missing) {

        public PrintedPage {
            missing = Set.copyOf(missing);
        }

        public boolean incomplete() {
            return !missing.isEmpty();
        }

        /** The page on the other side of the leaf, when form and printer are two-sided. */
        public int mate() {
            return page % 2 == 1 ? page + 1 : page - 1;
        }

        /** Whether a page on the other side exists and is not back. */
        public boolean lacksOtherSide() {
            return missing.contains(mate());
        }
    }

    /**
     * A batch sheet.
     *
     * @param kind as in {@code PageOutcome.code()}
     * @param batch its number; empty on a separator
     * @param operator who put it together; empty for those without keys
     * @param expected sheets of paper, as counted by a person
     */
    public record Mark(
            String kind, String batch, String unit, String shift, String operator, Optional<Integer> expected) {

        public boolean opens() {
            return kind.equals("batch-header");
        }

        public boolean closes() {
            return kind.equals("batch-trailer");
        }
    }
}
