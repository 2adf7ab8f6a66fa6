package org.paperbridge.store.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;

/** Batch sheets among the sides, in the clear as far as no person is named. */
final class BatchSheetRows {

    private BatchSheetRows() {}

    /** Does nothing for a side that is no batch sheet. */
    static void write(Handle h, ScanRef scan, PageOutcome outcome) {
        Optional<BatchLabel> label = labelOf(outcome);
        if (label.isEmpty() && !(outcome instanceof PageOutcome.Separator)) {
            return;
        }
        h.createUpdate("INSERT INTO batch_sheet (original, idx, kind, batch, unit, shift, expected, issued_at)"
                        + " VALUES (:original, :idx, :kind, :batch, :unit, :shift, :expected, :issued)"
                        + " ON CONFLICT DO NOTHING")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .bind("kind", outcome.code())
                .bind("batch", label.map(BatchLabel::batch).orElse(""))
                .bind("unit", label.map(BatchLabel::unit).orElse(""))
                .bind("shift", label.map(BatchLabel::shift).orElse(""))
                .bind("expected", label.flatMap(BatchLabel::expected))
                .bind("issued", label.map(BatchLabel::issuedAt).map(Millis::of).orElse(0L))
                .execute();
    }

    static Optional<BatchLabel> labelOf(PageOutcome outcome) {
        return switch (outcome) {
            case PageOutcome.BatchHeader header -> Optional.of(header.label());
            case PageOutcome.BatchTrailer trailer -> Optional.of(trailer.label());
            default -> Optional.empty();
        };
    }
}
