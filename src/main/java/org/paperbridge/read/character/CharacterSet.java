package org.paperbridge.read.character;

import java.util.Locale;
import org.paperbridge.form.layout.Alphabet;

/** Which characters a cell may hold at all; the others cannot win. */
public enum CharacterSet {
    DIGITS,
    LETTERS,
    ALPHANUMERIC;

    public static CharacterSet of(Alphabet alphabet) {
        return switch (alphabet) {
            case DIGITS, DATE, TIME, DECIMAL -> DIGITS;
            case LETTERS -> LETTERS;
            case ALPHANUMERIC -> ALPHANUMERIC;
        };
    }

    /** True for an output index of the network that may win; "no character" always may. */
    public boolean allows(int output) {
        return output == CharacterClasses.NO_CHARACTER
                || switch (this) {
                    case DIGITS -> output < 10;
                    case LETTERS -> output >= 10;
                    case ALPHANUMERIC -> true;
                };
    }

    /** The name in {@code calibration.json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
