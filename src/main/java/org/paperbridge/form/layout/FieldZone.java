package org.paperbridge.form.layout;

import java.util.List;
import java.util.Optional;

/** A question on the page and the rectangle where its answer is. All boxes in the page frame, mm. */
public sealed interface FieldZone {

    /** Unique within the form, kebab-case, e.g. {@code dose-1}. */
    String id();

    /** Encloses everything that belongs to the answer. */
    PageBox box();

    Criticality criticality();

    /**
     * One or more tick boxes.
     *
     * @param multiple whether more than one may be marked
     */
    record Tick(String id, PageBox box, Criticality criticality, boolean multiple, List<TickOption> options)
            implements FieldZone {
        public Tick {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("Tick field " + id + " has no option");
            }
        }
    }

    /**
     * One handwritten character per cell.
     *
     * @param mask one character per position of the value as read: {@code #} for a cell, anything else preprinted,
     *     e.g. {@code ##,#}; empty when every position is a cell
     * @param unit of the number, UCUM as printed, e.g. {@code mg}
     * @param check check-digit scheme over the cells
     * @param range values outside it are a finding
     * @param cells left to right, inner edges of the frames
     */
    record Comb(
            String id,
            PageBox box,
            Criticality criticality,
            Alphabet alphabet,
            Optional<String> mask,
            Optional<String> unit,
            Optional<CheckRule> check,
            Optional<NumberRange> range,
            List<PageBox> cells)
            implements FieldZone {
        public Comb {
            cells = List.copyOf(cells);
            if (cells.isEmpty()) {
                throw new IllegalArgumentException("Comb field " + id + " has no cell");
            }
        }
    }

    /**
     * One line of free handwriting.
     *
     * @param lexicon name of the word list its text is matched with
     */
    record Line(String id, PageBox box, Criticality criticality, Optional<String> lexicon) implements FieldZone {}

    /** Several lines of free handwriting. */
    record Area(String id, PageBox box, Criticality criticality) implements FieldZone {}

    /** Signature or initials: only whether there is ink. */
    record Signature(String id, PageBox box, Criticality criticality) implements FieldZone {}

    /** Where a patient sticker is put. */
    record Label(String id, PageBox box, Criticality criticality) implements FieldZone {}

    /**
     * Where prefilled text is printed.
     *
     * @param source which prefill value, e.g. {@code patient.family}
     */
    record Print(String id, PageBox box, Criticality criticality, String source) implements FieldZone {}
}
