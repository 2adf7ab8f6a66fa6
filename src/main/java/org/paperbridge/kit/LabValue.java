package org.paperbridge.kit;

import org.paperbridge.form.census.LabResult;

/** A laboratory value with its flag, as it is printed. */
public final class LabValue {

    private LabValue() {}

    /**
     * The flag stands before the value, and as an arrow when it means high or low: behind it, {@code L} reads as litres.
     * Other flags of HL7 table 0078 are printed as the laboratory wrote them.
     */
    public static String shown(LabResult result) {
        return result.flag().map(flag -> mark(flag) + " " + result.value()).orElse(result.value());
    }

    private static String mark(String flag) {
        return switch (flag) {
            case "H", ">" -> "↑";
            case "HH" -> "↑↑";
            case "L", "<" -> "↓";
            case "LL" -> "↓↓";
            default -> flag;
        };
    }
}
