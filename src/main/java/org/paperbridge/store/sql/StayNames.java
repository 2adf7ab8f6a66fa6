package org.paperbridge.store.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.dashboard.StayAtRisk;

/** Whose a stay is: as its records say, else as its sheets were printed, else as its page code says. */
final class StayNames {

    private final ColumnSeal seal;
    private final PageRows pages;

    StayNames(ColumnSeal seal, StoreKeys keys) {
        this.seal = seal;
        this.pages = new PageRows(seal, keys);
    }

    /** @param scan of one of its pages */
    StayAtRisk name(Handle h, StayAtRisk stay, ScanRef scan) {
        return ofRecord(h, scan)
                .or(() -> ofSheet(h, stay.sheet()))
                .or(() -> ofPage(h, scan))
                .map(n -> new StayAtRisk(stay.sheet(), n.patient(), n.stay(), stay.unit(), stay.since(), stay.lacks()))
                .orElse(stay);
    }

    private Optional<Name> ofRecord(Handle h, ScanRef scan) {
        return h.createQuery("SELECT id, sealed FROM record WHERE original = :original AND idx = :idx"
                        + " ORDER BY id LIMIT 1")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .map((r, c) ->
                        StoreJson.read(seal.open("record/" + r.getString(1), r.getBytes(2)), ClinicalRecord.class))
                .findFirst()
                .map(record -> new Name(Optional.of(record.patientId()), record.encounterId()));
    }

    private Optional<Name> ofSheet(Handle h, String serial) {
        return h.createQuery("SELECT sealed FROM printed_form WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> r.getBytes(1))
                .findFirst()
                .filter(box -> box.length > 0)
                .map(box -> StoredPrintedForms.open(seal, serial, box))
                .filter(form -> form.patientId().isPresent())
                .map(form -> new Name(form.patientId(), form.encounterId()));
    }

    private Optional<Name> ofPage(Handle h, ScanRef scan) {
        return pages.findOutcome(h, scan)
                .flatMap(p -> PageRows.identityOf(p.outcome()))
                .map((PageIdentity page) -> new Name(page.patientId(), page.encounterId()));
    }

    private record Name(Optional<String> patient, Optional<String> stay) {}
}
