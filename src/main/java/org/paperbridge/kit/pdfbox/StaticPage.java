package org.paperbridge.kit.pdfbox;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;

/**
 * What all copies of a form page share: a form XObject, deflated. Its name says what it draws, so a page never stands on
 * another form than the one it was made for.
 */
final class StaticPage {

    private final String name;
    private final String entries;
    private final byte[] deflated;
    private final Set<String> fonts = new HashSet<>();

    private StaticPage(FormTemplate form, LayoutPage layout, String language, Deflating deflating) {
        Points points = new Points(layout.heightMm());
        Ink ink = new Ink();
        new PagePainter(ink, points, fonts).paintStatic(layout, form.labels().getOrDefault(language, Map.of()));
        entries = "/Type /XObject /Subtype /Form /Filter /FlateDecode /BBox "
                + FormDocument.box(points.length(layout.widthMm()), points.length(layout.heightMm()));
        deflated = deflating.deflate(ink);
        name = "F" + form.number() + "-" + Fingerprint.of(ink.bytes(), ink.length());
    }

    /** The static pages that one writer has drawn; a form is drawn once for all its files. */
    static final class Drawn {

        private final Map<Key, StaticPage> pages = new ConcurrentHashMap<>();

        StaticPage of(FormTemplate form, LayoutPage layout, String language, Deflating deflating) {
            return pages.computeIfAbsent(
                    new Key(form, layout.page(), language), key -> new StaticPage(form, layout, language, deflating));
        }
    }

    /** A form is known by being the same object: a draft may change and keep its name. */
    private static final class Key {

        private final FormTemplate form;
        private final int page;
        private final String language;

        Key(FormTemplate form, int page, String language) {
            this.form = form;
            this.page = page;
            this.language = language;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.form == form && key.page == page && key.language.equals(language);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(form) * 31 + page;
        }
    }

    /** As a resource of pages. */
    String name() {
        return name;
    }

    /** Of its dictionary, without resources. */
    String entries() {
        return entries;
    }

    byte[] deflated() {
        return deflated;
    }

    /** Names of those it is set in. */
    Set<String> fonts() {
        return fonts;
    }
}
