package org.paperbridge.backentry.hapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * A measured or ticked value.
 *
 * <p>Codes of the target: {@code loinc}, {@code display}, {@code ucum}, {@code category}; for ticks {@code answers} (a
 * system) and {@code answer.VALUE} (its code). A role {@code ROLE} with codes {@code loinc.ROLE} and {@code ucum.ROLE}
 * becomes a component, e.g. systolic and diastolic. A profile is claimed only when the paper says when: all of them
 * need the time.
 */
final class FhirObservation {

    /** LOINC codes that FHIR R4 holds to a vital signs profile, and which. */
    private static final Map<String, String> VITAL_SIGNS = Map.ofEntries(
            Map.entry("9279-1", "resprate"),
            Map.entry("8867-4", "heartrate"),
            Map.entry("2708-6", "oxygensat"),
            Map.entry("8310-5", "bodytemp"),
            Map.entry("8302-2", "bodyheight"),
            Map.entry("29463-7", "bodyweight"),
            Map.entry("39156-5", "bmi"),
            Map.entry("85354-9", "bp"),
            Map.entry("59408-5", "vitalsigns"),
            Map.entry("8480-6", "vitalsigns"),
            Map.entry("8462-4", "vitalsigns"));

    private FhirObservation() {}

    static Observation of(ClinicalRecord record, FhirContextOfStay stay) {
        Map<String, String> codes = record.target().codes();
        String loinc = codes.getOrDefault("loinc", "");
        if (loinc.isEmpty()) {
            throw new RecordRefusedException(
                    "unmapped",
                    "Ce champ n'a pas de code LOINC dans le modèle : compléter back-entry.yaml.",
                    "This field has no LOINC code in its template: complete back-entry.yaml.");
        }
        Observation observation = new Observation();
        observation.addIdentifier(FhirNames.record(record.id()));
        observation.setStatus(Observation.ObservationStatus.FINAL);
        category(codes, loinc)
                .ifPresent(category -> observation.addCategory(
                        FhirNames.concept("http://terminology.hl7.org/CodeSystem/observation-category", category, "")));
        observation.setCode(concept(codes, ""));
        observation.setSubject(stay.patient(record));
        stay.encounter(record).ifPresent(observation::setEncounter);
        observation.setEffective(stay.occurred(record));
        boolean timed = observation.getEffectiveDateTimeType().hasValue();
        Optional.ofNullable(VITAL_SIGNS.get(loinc))
                .filter(profile -> timed)
                .ifPresent(profile ->
                        observation.getMeta().addProfile("http://hl7.org/fhir/StructureDefinition/" + profile));
        observation.setIssuedElement(stay.recorded(record));
        record.author()
                .ifPresent(
                        author -> observation.addPerformer(FhirNames.person("Practitioner", FhirNames.RPPS, author)));
        if (record.values().containsKey("value")) {
            observation.setValue(value(record, "value", ""));
        }
        for (String role : new TreeSet<>(record.values().keySet())) {
            if (codes.containsKey("loinc." + role)) {
                observation
                        .addComponent()
                        .setCode(concept(codes, "." + role))
                        .setValue(value(record, role, "." + role));
            }
        }
        String others = OtherRoles.of(record);
        if (!others.isEmpty()) {
            observation.addNote().setText(others);
        }
        if (!observation.hasValue() && !observation.hasComponent()) {
            throw new RecordRefusedException(
                    "no-value",
                    "Aucune valeur validée dans cette mesure : rien n'est envoyé.",
                    "No released value in this measurement: nothing is sent.");
        }
        return observation;
    }

    private static Optional<String> category(Map<String, String> codes, String loinc) {
        return Optional.ofNullable(codes.get("category"))
                .or(() -> VITAL_SIGNS.containsKey(loinc) ? Optional.of("vital-signs") : Optional.empty());
    }

    private static CodeableConcept concept(Map<String, String> codes, String suffix) {
        CodeableConcept concept = FhirNames.concept(FhirNames.LOINC, codes.getOrDefault("loinc" + suffix, ""), "");
        String display = codes.getOrDefault("display" + suffix, "");
        return display.isEmpty() ? concept : concept.setText(display);
    }

    private static Type value(ClinicalRecord record, String role, String suffix) {
        Map<String, String> codes = record.target().codes();
        String written = record.values().getOrDefault(role, "");
        String ucum = codes.getOrDefault("ucum" + suffix, "");
        if (!ucum.isEmpty()) {
            BigDecimal number = WrittenText.number(written)
                    .orElseThrow(() -> new RecordRefusedException(
                            "not-a-number",
                            "La valeur validée n'est pas un nombre : corriger la page.",
                            "The released value is not a number: correct the page."));
            return new Quantity()
                    .setValue(number)
                    .setUnit(codes.getOrDefault("unit" + suffix, ucum))
                    .setSystem(FhirNames.UCUM)
                    .setCode(ucum);
        }
        String answer = codes.getOrDefault("answer." + written, "");
        return answer.isEmpty()
                ? new StringType(written)
                : FhirNames.concept(codes.getOrDefault("answers", FhirNames.LOINC), answer, "")
                        .setText(written);
    }
}
