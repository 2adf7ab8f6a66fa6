package org.paperbridge.process;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.pagecode.ShortCode;

/** Short codes to printed pages, by the registry of what was printed here. A code that is in no registry names nothing. */
public final class NamedPages {

    private final int site;
    private final PrintedForms printed;
    private final FormCatalogue forms;

    /** @param site of this installation */
    public NamedPages(int site, PrintedForms printed, FormCatalogue forms) {
        this.site = site;
        this.printed = printed;
        this.forms = forms;
    }

    Lookup find(ShortCode code, IdentifiedBy by) {
        Optional<PrintedForm> found = printed.find(code.serial());
        if (found.isEmpty()) {
            return new Unknown(new PageOutcome.Unidentified("short-code-not-printed-here"));
        }
        PrintedForm form = found.get();
        Optional<FormTemplate> template = forms.findForm(form.form())
                .filter(t -> t.layout().fingerprint() == form.fingerprint())
                .filter(t -> code.page() <= t.layout().pages().size());
        if (template.isEmpty()) {
            return new Unknown(new PageOutcome.Unidentified("short-code-of-unknown-form"));
        }
        return new Known(
                new PageIdentity(
                        form.site(),
                        form.form(),
                        form.fingerprint(),
                        form.serial(),
                        code.page(),
                        code.copy(),
                        form.issuedAt(),
                        form.patientId(),
                        form.encounterId(),
                        by),
                template.get());
    }

    /** A sheet of which a person knows the form and nobody the name; it belongs to no patient until somebody says so. */
    Lookup ofForm(FormRef ref, int page, String serial) {
        Optional<FormTemplate> template = forms.findForm(ref)
                .filter(t -> page >= 1 && page <= t.layout().pages().size());
        if (template.isEmpty()) {
            return new Unknown(new PageOutcome.Unidentified("short-code-of-unknown-form"));
        }
        return new Known(
                new PageIdentity(
                        site,
                        ref,
                        template.get().layout().fingerprint(),
                        serial,
                        page,
                        1,
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.empty(),
                        IdentifiedBy.REVIEWER),
                template.get());
    }

    sealed interface Lookup {}

    record Known(PageIdentity identity, FormTemplate form) implements Lookup {}

    /** @param outcome says why */
    record Unknown(PageOutcome.Unidentified outcome) implements Lookup {}
}
