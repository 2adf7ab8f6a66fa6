package org.paperbridge.validation.policy;

import java.util.Locale;
import org.paperbridge.form.layout.FieldZone;

/** How a value is written, as far as its risk is concerned. */
public enum FieldClass {
    TICK,
    DIGITS,
    LETTERS,
    /** Free handwriting and stickers. */
    TEXT,
    /** Only whether there is ink. */
    INK,
    /** Printed by us: it supports or contradicts, but is no answer. */
    PRINT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FieldClass of(FieldZone zone) {
        return switch (zone) {
            case FieldZone.Tick tick -> TICK;
            case FieldZone.Comb comb ->
                switch (comb.alphabet()) {
                    case DIGITS, DATE, TIME, DECIMAL -> DIGITS;
                    case LETTERS, ALPHANUMERIC -> LETTERS;
                };
            case FieldZone.Line line -> TEXT;
            case FieldZone.Area area -> TEXT;
            case FieldZone.Label label -> TEXT;
            case FieldZone.Signature signature -> INK;
            case FieldZone.Print print -> PRINT;
        };
    }
}
