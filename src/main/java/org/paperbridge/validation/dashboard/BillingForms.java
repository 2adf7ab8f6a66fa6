package org.paperbridge.validation.dashboard;

import java.util.List;
import java.util.Set;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;

/**
 * Which forms a stay is billed from. A form says which losses of the domain catalogue it answers: 30 is admissions and
 * billing (admission sheet, acts slip), 33 the PMSI (discharge with the unit summary, RHS, RPS).
 */
public final class BillingForms {

    private static final int BILLING = 30;
    private static final int PMSI = 33;

    /** Kinds of records that matter at the bedside and to no invoice. */
    private static final Set<String> CLINICAL =
            Set.of("allergy", "observation", "medication-request", "medication-administration");

    private BillingForms() {}

    /** Names of all forms that are billed from. */
    public static List<String> listNames(FormCatalogue forms) {
        return forms.listForms().stream()
                .filter(f -> f.rows().contains(BILLING) || f.rows().contains(PMSI))
                .map(f -> f.ref().form())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a stay is not over, for billing, before this form is back. */
    public static boolean isSummary(FormTemplate form) {
        return form.rows().contains(PMSI);
    }

    /** Whether billing needs what a field says: not when it only becomes a clinical fact, such as an allergy. */
    public static boolean isBilled(FormTemplate form, String field) {
        List<String> kinds = form.backEntry().stream()
                .filter(t -> t.fields().containsValue(field))
                .map(BackEntryTarget::kind)
                .toList();
        return kinds.isEmpty() || !CLINICAL.containsAll(kinds);
    }
}
