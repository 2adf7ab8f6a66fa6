package org.paperbridge.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;

/** A line for a product beside a comb for its formulary number, for tests. */
public final class NumberedForm {

    public static final FieldRule RULE =
            new FieldRule("numbered", "number-against-name", List.of("number", "product"), Map.of());

    public static final Formulary FORMULARY = new Formulary(List.of(
            entry(1, "Amoxicilline", "500 mg", "gélule"),
            entry(2, "Amoxicilline", "1 g", "poudre injectable"),
            entry(3, "Ampicilline", "1 g", "poudre injectable")));

    private NumberedForm() {}

    public static FormTemplate form() {
        Layout layout = new Layout(
                SmallForm.REF,
                0xabcdef,
                List.of(new LayoutPage(
                        1,
                        210,
                        297,
                        List.of(),
                        List.of(),
                        SmallForm.BOX,
                        List.of(
                                comb("number", FormularyNumber.LENGTH, Optional.of(CheckRule.MOD97)),
                                comb("unchecked", FormularyNumber.LENGTH, Optional.empty()),
                                new FieldZone.Line("product", SmallForm.BOX, Criticality.MEDIUM, Optional.of("drugs"))),
                        List.of())));
        return new FormTemplate(
                SmallForm.REF,
                77,
                Map.of("en", "Numbered", "fr", "Numéroté"),
                List.of(1),
                layout,
                Map.of(),
                List.of(RULE),
                List.of());
    }

    /** As a hand is read: doubtful, the first candidate as its value. */
    public static FieldReading line(String... candidates) {
        return new FieldReading(
                "product",
                FieldState.DOUBTFUL,
                List.of(candidates).subList(0, Math.min(1, candidates.length)),
                0.4,
                List.of(candidates).stream().map(c -> new Candidate(c, 0.1)).toList(),
                Map.of(),
                SmallForm.BOX);
    }

    public static String number(int counter) {
        return FormularyNumber.of(counter).digits();
    }

    private static FormularyEntry entry(int counter, String name, String strength, String form) {
        return new FormularyEntry(FormularyNumber.of(counter), new Product(name, strength, form, List.of()));
    }

    private static FieldZone comb(String id, int cells, Optional<CheckRule> check) {
        return new FieldZone.Comb(
                id,
                SmallForm.BOX,
                Criticality.MEDIUM,
                Alphabet.DIGITS,
                Optional.empty(),
                Optional.empty(),
                check,
                Optional.empty(),
                Collections.nCopies(cells, SmallForm.BOX));
    }
}
