package org.paperbridge.form.layout;

import java.util.List;

/**
 * The frozen geometry of a form version, the same in every language.
 *
 * @param fingerprint first 24 bits of SHA-256 over the canonical geometry; in every page code
 */
public record Layout(FormRef form, int fingerprint, List<LayoutPage> pages) {

    public Layout {
        pages = List.copyOf(pages);
        if (fingerprint < 0 || fingerprint >= 1 << 24) {
            throw new IllegalArgumentException("A fingerprint has 24 bits, got " + fingerprint);
        }
    }

    /** The page with this number; throws {@link IllegalArgumentException} when the form has no such page. */
    public LayoutPage getPage(int page) {
        return pages.stream()
                .filter(p -> p.page() == page)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(form + " has no page " + page));
    }
}
