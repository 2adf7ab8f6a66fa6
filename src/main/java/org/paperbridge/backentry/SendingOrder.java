package org.paperbridge.backentry;

import java.util.Comparator;
import java.util.List;
import org.paperbridge.form.record.ClinicalRecord;

/** The stay before what happened in it, then by time at the bedside; ties by id, so that every try has one order. */
public final class SendingOrder {

    private static final Comparator<ClinicalRecord> ORDER = Comparator.comparing(
                    (ClinicalRecord record) -> opensStay(record) ? 0 : 1)
            .thenComparing(record -> record.occurredAt().orElse(record.recordedAt()))
            .thenComparing(ClinicalRecord::id);

    private SendingOrder() {}

    /** True when later records of the stay lean on this one. */
    public static boolean opensStay(ClinicalRecord record) {
        return record.target().kind().equals("admission");
    }

    public static List<ClinicalRecord> sort(List<ClinicalRecord> records) {
        return records.stream().sorted(ORDER).toList();
    }
}
