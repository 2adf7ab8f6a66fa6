package org.paperbridge.validation.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;

/**
 * A printed sheet that is not back, or not whole.
 *
 * @param copy 1 for the original; a copy of a sheet is a sheet of its own
 * @param unit code; empty when it was printed for none
 * @param pages of the sheet
 * @param missing page numbers that are neither back nor declared
 * @param patientId empty on blank sheets, on sheets of no registry, and for those who may not see it
 */
public record OpenSheet(
        String serial,
        int copy,
        FormRef form,
        String unit,
        int pages,
        List<Integer> missing,
        Optional<Instant> printedAt,
        Optional<String> patientId) {

    public OpenSheet {
        missing = List.copyOf(missing);
    }

    /** Whether some of it came back. */
    public boolean begun() {
        return missing.size() < pages;
    }
}
