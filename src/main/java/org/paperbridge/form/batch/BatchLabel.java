package org.paperbridge.form.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * What a batch says of itself, on its first and, where there is one, on its last sheet.
 *
 * @param site number of the hospital that printed it
 * @param batch ten Crockford base-32 characters, drawn anew for every batch
 * @param unit code of the unit the paper comes from
 * @param shift in the hospital's own words, e.g. {@code night}; may be empty
 * @param operator who puts it together; may be empty
 * @param expected sheets of paper between first and last, as counted by a person; empty when nobody counted
 * @param issuedAt when the sheet was printed, to the minute
 */
public record BatchLabel(
        int site,
        String batch,
        String unit,
        String shift,
        String operator,
        Optional<Integer> expected,
        Instant issuedAt) {

    public static final int MOST_EXPECTED = 65_534;

    public BatchLabel {
        expected.filter(n -> n < 0 || n > MOST_EXPECTED).ifPresent(n -> {
            throw new IllegalArgumentException(
                    "A batch holds between 0 and " + MOST_EXPECTED + " sheets of paper, got " + n);
        });
    }
}
