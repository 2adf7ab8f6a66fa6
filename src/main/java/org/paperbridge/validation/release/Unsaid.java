package org.paperbridge.validation.release;

import java.util.List;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.validation.queue.Settlement;

/** What a form requires and its paper does not say. */
public final class Unsaid {

    private static final String REQUIRED = "required";

    private Unsaid() {}

    /**
     * Ids of the fields of a page that its form requires and that are settled without a value, in order of the page.
     * Signatures are left out: they say nothing that goes back.
     */
    public static List<String> listFields(FormTemplate form, int page, Settlement settled) {
        List<String> required = form.rules().stream()
                .filter(r -> r.kind().equals(REQUIRED))
                .flatMap(r -> r.fields().stream())
                .toList();
        return form.layout().getPage(page).fields().stream()
                .filter(z -> !(z instanceof FieldZone.Print) && !(z instanceof FieldZone.Signature))
                .map(FieldZone::id)
                .filter(required::contains)
                .filter(id -> !settled.values().containsKey(id))
                .toList();
    }
}
