package org.paperbridge.form.formulary;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A drug in one strength and form.
 *
 * @param strength e.g. {@code 1 g/200 mg}; empty where there is only one
 * @param form e.g. {@code comprimé}; may be empty
 * @param otherNames brands, and the name in another language
 */
public record Product(String name, String strength, String form, List<String> otherNames) {

    public Product {
        otherNames = List.copyOf(otherNames);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A product without a name");
        }
    }

    /** The same for two spellings that differ in accents, case, blanks or the decimal sign: then it is one product. */
    public String key() {
        return DrugText.fold(name) + "|" + Strength.fold(strength) + "|" + DrugText.fold(form);
    }

    /** All names it goes by, its own first. */
    public List<String> names() {
        return Stream.concat(Stream.of(name), otherNames.stream()).toList();
    }

    /** On one line, as a person would write it. */
    public String inWords() {
        return Stream.of(name, strength, form).filter(s -> !s.isBlank()).collect(Collectors.joining(" "));
    }
}
