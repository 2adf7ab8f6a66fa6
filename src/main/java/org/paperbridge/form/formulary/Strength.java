package org.paperbridge.form.formulary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One amount in the words of a product.
 *
 * @param value in mg for masses, else in the unit itself
 * @param unit {@code MG}, {@code ML}, {@code UI}, {@code %}, {@code MMOL}
 */
record Strength(BigDecimal value, String unit) {

    private static final String UNITS = "MICROG|MCG|UG|MG|G|ML|L|UI|IU|U|MMOL";
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(" + UNITS + "|%)(?![\\p{L}\\p{Nd}])");

    /** Every amount that is said, in order; grams and micrograms as milligrams. */
    static List<Strength> listIn(String text) {
        List<Strength> amounts = new ArrayList<>();
        Matcher m = AMOUNT.matcher(capitals(text));
        while (m.find()) {
            amounts.add(of(new BigDecimal(m.group(1).replace(',', '.')), m.group(2)));
        }
        return amounts;
    }

    /** Whether a writing can mean a product: no amount in it is one that the product has otherwise. */
    static boolean fits(List<Strength> written, List<Strength> product) {
        return written.stream()
                .allMatch(w -> product.stream().noneMatch(p -> p.unit().equals(w.unit()))
                        || product.stream()
                                .anyMatch(p ->
                                        p.unit().equals(w.unit()) && p.value().compareTo(w.value()) == 0));
    }

    static boolean isUnit(String word) {
        return word.matches(UNITS);
    }

    static String fold(String text) {
        return capitals(text).replaceAll("\\s", "").replace(',', '.');
    }

    private static String capitals(String text) {
        // both micro signs; the Greek one has a capital of its own
        return text.replace('μ', 'u').replace('µ', 'u').toUpperCase(Locale.ROOT);
    }

    private static Strength of(BigDecimal value, String unit) {
        return switch (unit) {
            case "G" -> new Strength(value.movePointRight(3), "MG");
            case "MICROG", "MCG", "UG" -> new Strength(value.movePointLeft(3), "MG");
            case "L" -> new Strength(value.movePointRight(3), "ML");
            case "IU", "U" -> new Strength(value, "UI");
            default -> new Strength(value, unit);
        };
    }
}
