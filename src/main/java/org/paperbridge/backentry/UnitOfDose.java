package org.paperbridge.backentry;

import java.util.Map;
import java.util.Optional;

/** Dose units as ticked on paper to UCUM. */
public final class UnitOfDose {

    private static final Map<String, String> UCUM = Map.ofEntries(
            Map.entry("g", "g"),
            Map.entry("mg", "mg"),
            Map.entry("µg", "ug"),
            Map.entry("μg", "ug"),
            Map.entry("ug", "ug"),
            Map.entry("mcg", "ug"),
            Map.entry("UI", "[iU]"),
            Map.entry("ui", "[iU]"),
            Map.entry("iu", "[iU]"),
            Map.entry("units", "[iU]"),
            Map.entry("mL", "mL"),
            Map.entry("ml", "mL"),
            Map.entry("mmol", "mmol"));

    private UnitOfDose() {}

    public static Optional<String> ucum(String ticked) {
        return Optional.ofNullable(UCUM.get(ticked));
    }
}
