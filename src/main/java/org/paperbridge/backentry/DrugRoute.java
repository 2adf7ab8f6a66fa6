package org.paperbridge.backentry;

import java.util.Map;
import java.util.Optional;

/**
 * A ticked route in the words of receivers.
 *
 * @param snomed SNOMED CT code
 * @param english SNOMED CT preferred term
 * @param hl7 HL7 table 0162
 */
public record DrugRoute(String snomed, String english, String hl7) {

    private static final Map<String, DrugRoute> TICKS = Map.of(
            "oral", new DrugRoute("26643006", "Oral route", "PO"),
            "iv", new DrugRoute("47625008", "Intravenous route", "IV"),
            "sc", new DrugRoute("34206005", "Subcutaneous route", "SC"),
            "im", new DrugRoute("78421000", "Intramuscular route", "IM"),
            "inhaled", new DrugRoute("447694001", "Respiratory tract route", "IH"));

    /** Empty for {@code other} and whatever a form adds: then the words travel without a code. */
    public static Optional<DrugRoute> find(String tick) {
        return Optional.ofNullable(TICKS.get(tick));
    }
}
