package org.paperbridge.validation.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FormTemplate;

/** What formulary numbers say stands in the lines beside them. */
public final class NumberedProducts {

    private NumberedProducts() {}

    /**
     * The product of every known number, in words, by the line it is compared with.
     *
     * @param written the value of a field as read or decided
     */
    public static Map<String, String> byLine(
            FormTemplate form, Function<String, Optional<String>> written, Formulary formulary) {
        Map<String, String> products = new HashMap<>();
        for (FieldRule rule : form.rules()) {
            if (rule.kind().equals(NumberAgainstName.KIND)) {
                written.apply(rule.fields().get(0))
                        .flatMap(formulary::find)
                        .map(FormularyEntry::product)
                        .ifPresent(product -> products.put(rule.fields().get(1), product.inWords()));
            }
        }
        return products;
    }
}
