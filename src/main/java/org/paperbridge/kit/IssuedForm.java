package org.paperbridge.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.pagecode.PageStamp;

/**
 * One copy of a form, ready to be printed.
 *
 * @param stamps one a page, in order
 * @param prefill source word to text
 * @param body drawn on the first page, in its open space; empty for ordinary forms
 */
public record IssuedForm(FormTemplate form, List<PageStamp> stamps, Map<String, String> prefill, List<Drawing> body)
        implements Sheet {

    public IssuedForm {
        body = List.copyOf(body);
        stamps = List.copyOf(stamps);
        prefill = Map.copyOf(prefill);
    }

    /** An ordinary form. */
    public IssuedForm(FormTemplate form, List<PageStamp> stamps, Map<String, String> prefill) {
        this(form, stamps, prefill, List.of());
    }

    /** The same copy with its open space filled. */
    public IssuedForm with(List<Drawing> drawings) {
        return new IssuedForm(form, stamps, prefill, drawings);
    }

    @Override
    public String serial() {
        return stamps.getFirst().serial();
    }

    @Override
    public Instant issuedAt() {
        return stamps.getFirst().issuedAt();
    }

    @Override
    public int pages() {
        return stamps.size();
    }

    public Optional<String> patientId() {
        return stamps.getFirst().patientId();
    }

    /** For the registry of printed forms. */
    public PrintedForm printedForm() {
        PageStamp stamp = stamps.getFirst();
        return new PrintedForm(
                stamp.site(),
                stamp.serial(),
                form.ref(),
                stamp.fingerprint(),
                stamp.issuedAt(),
                stamp.patientId(),
                stamp.encounterId(),
                stamp.copy());
    }
}
