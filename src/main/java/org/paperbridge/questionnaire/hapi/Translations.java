package org.paperbridge.questionnaire.hapi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.paperbridge.questionnaire.Words;

/** Words in French and English, from the resource's language and the translation extension. */
final class Translations {

    static final String URL = "http://hl7.org/fhir/StructureDefinition/translation";

    private final String language;
    private final List<String> warnings;
    private int withoutFrench;
    private int withoutEnglish;

    Translations(@Nullable String stated, List<String> warnings) {
        this.language = stated == null || stated.isBlank() ? "en" : base(stated);
        this.warnings = warnings;
        if (stated == null || stated.isBlank()) {
            warnings.add("the resource states no language; its words are taken as English");
        }
    }

    Words of(PrimitiveType<?> text) {
        String own = text.getValueAsString();
        if (own == null || own.isBlank()) {
            return Words.NONE;
        }
        String plain = own.replaceAll("\\s+", " ").strip();
        Optional<String> french = language.equals("fr") ? Optional.of(plain) : translation(text, "fr");
        Optional<String> english = language.equals("en") ? Optional.of(plain) : translation(text, "en");
        withoutFrench += french.isEmpty() ? 1 : 0;
        withoutEnglish += english.isEmpty() ? 1 : 0;
        return new Words(french.orElse(english.orElse(plain)), english.orElse(plain));
    }

    void report() {
        if (withoutFrench > 0) {
            warnings.add(withoutFrench + " texts have no French; the words of the other language are printed");
        }
        if (withoutEnglish > 0) {
            warnings.add(withoutEnglish + " texts have no English; the words of the other language are printed");
        }
    }

    private static Optional<String> translation(Element text, String wanted) {
        return text.getExtensionsByUrl(URL).stream()
                .filter(e -> part(e, "lang").filter(l -> base(l).equals(wanted)).isPresent())
                .flatMap(e -> part(e, "content").stream())
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .findFirst();
    }

    private static Optional<String> part(Extension extension, String name) {
        return Optional.ofNullable(extension.getExtensionByUrl(name))
                .map(Extension::getValue)
                .map(v -> v.primitiveValue());
    }

    private static String base(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }
}
