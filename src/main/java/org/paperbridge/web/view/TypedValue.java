package org.paperbridge.web.view;

import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.FieldZone;

/** Brings what a person typed into the shape a reading has, so that two people who mean the same say the same. */
public final class TypedValue {

    private static final int DATE_DIGITS = 8;
    private static final int TIME_DIGITS = 4;

    private TypedValue() {}

    public static String of(FieldZone zone, String typed) {
        String text = typed.strip().replaceAll("\\s+", " ");
        return zone instanceof FieldZone.Comb comb ? ofComb(comb.alphabet(), text) : text;
    }

    private static String ofComb(Alphabet alphabet, String text) {
        return switch (alphabet) {
            case DATE -> date(text);
            case TIME -> time(text);
            case DECIMAL -> text.replace('.', ',').replace(" ", "");
            case DIGITS -> text.replace(" ", "");
            case LETTERS, ALPHANUMERIC -> text.toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static String date(String text) {
        String digits = text.replaceAll("[ ./-]", "");
        return digits.matches("[0-9]{" + DATE_DIGITS + "}")
                ? digits.substring(0, 2) + "/" + digits.substring(2, 4) + "/" + digits.substring(4)
                : text;
    }

    private static String time(String text) {
        String digits = text.replaceAll("[ .:hH]", "");
        return digits.matches("[0-9]{" + TIME_DIGITS + "}") ? digits.substring(0, 2) + ":" + digits.substring(2) : text;
    }
}
