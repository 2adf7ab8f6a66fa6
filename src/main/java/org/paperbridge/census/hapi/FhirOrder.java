package org.paperbridge.census.hapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Timing;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.ActiveDrug;

/** MedicationRequest to a line that can be printed: nothing is computed, what is not coded is left out. */
final class FhirOrder {

    private static final String ATC = "http://www.whocc.no/atc";

    /** SNOMED CT and EDQM codes of the routes that the chart prints as ticks. */
    private static final Map<String, String> ROUTES = Map.of(
            "26643006", "oral",
            "20053000", "oral",
            "47625008", "iv",
            "20045000", "iv",
            "34206005", "sc",
            "20066000", "sc",
            "78421000", "im",
            "20035000", "im",
            "447694001", "inhaled",
            "20020000", "inhaled");

    /** UCUM as wards write it. */
    private static final Map<String, String> UNITS =
            Map.of("g", "g", "mg", "mg", "ug", "µg", "[iU]", "UI", "mL", "mL", "ml", "mL");

    private FhirOrder() {}

    static List<CensusFact> facts(MedicationRequest request, FhirLinks links) {
        if (request.getStatus() != MedicationRequest.MedicationRequestStatus.ACTIVE || request.getDoNotPerform()) {
            return List.of();
        }
        CodeableConcept drug = drug(request, links);
        List<Dosage> dosages = request.getDosageInstruction();
        Optional<Quantity> dose = sameDose(dosages);
        return links.patientNumber(request.getSubject())
                .flatMap(patient -> FhirLinks.words(drug)
                        .<CensusFact>map(name -> new CensusFact.DrugRunning(new ActiveDrug(
                                patient,
                                name,
                                atc(drug),
                                dose.map(quantity -> printed(quantity.getValue())),
                                dose.map(FhirOrder::unit),
                                dosages.stream()
                                        .map(FhirOrder::route)
                                        .filter(route -> !route.isEmpty())
                                        .findFirst(),
                                timing(dosages, dose.isEmpty()),
                                FhirMoments.of(dosages)))))
                .map(List::of)
                .orElse(List.of());
    }

    /** Of several instructions only where they all say the same: else each dose stands beside its time. */
    private static Optional<Quantity> sameDose(List<Dosage> dosages) {
        List<Quantity> doses =
                dosages.stream().flatMap(dosage -> dose(dosage).stream()).toList();
        boolean same = doses.stream()
                        .map(quantity -> printed(quantity.getValue()) + unit(quantity))
                        .distinct()
                        .count()
                == 1;
        return same && doses.size() == dosages.size() ? Optional.of(doses.getFirst()) : Optional.empty();
    }

    private static Optional<String> timing(List<Dosage> dosages, boolean withDoses) {
        return Optional.of(dosages.stream()
                        .map(dosage -> Stream.concat(
                                        withDoses
                                                ? dose(dosage).map(q -> printed(q.getValue()) + " " + unit(q)).stream()
                                                : Stream.empty(),
                                        Stream.concat(timing(dosage).stream(), asNeeded(dosage).stream()))
                                .collect(Collectors.joining(" ")))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" ; ")))
                .filter(text -> !text.isEmpty());
    }

    static boolean holds(AllergyIntolerance allergy) {
        boolean wrong = FhirLinks.hasCode(allergy.getVerificationStatus(), "refuted")
                || FhirLinks.hasCode(allergy.getVerificationStatus(), "entered-in-error");
        boolean past = FhirLinks.hasCode(allergy.getClinicalStatus(), "inactive")
                || FhirLinks.hasCode(allergy.getClinicalStatus(), "resolved");
        return !wrong && !past;
    }

    private static CodeableConcept drug(MedicationRequest request, FhirLinks links) {
        if (request.hasMedicationCodeableConcept()) {
            return request.getMedicationCodeableConcept();
        }
        return request.hasMedicationReference()
                ? links.find(request.getMedicationReference(), Medication.class)
                        .map(Medication::getCode)
                        .orElseGet(CodeableConcept::new)
                : new CodeableConcept();
    }

    private static Optional<String> atc(CodeableConcept drug) {
        return drug.getCoding().stream()
                .filter(coding -> ATC.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    static Optional<Quantity> dose(Dosage dosage) {
        return dosage.getDoseAndRate().stream()
                .filter(Dosage.DosageDoseAndRateComponent::hasDoseQuantity)
                .map(Dosage.DosageDoseAndRateComponent::getDoseQuantity)
                .filter(quantity -> quantity.hasValue() && (quantity.hasUnit() || quantity.hasCode()))
                .findFirst();
    }

    static boolean lacksUnit(MedicationRequest request) {
        return request.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE
                && request.getDosageInstruction().stream()
                        .flatMap(dosage -> dosage.getDoseAndRate().stream())
                        .filter(Dosage.DosageDoseAndRateComponent::hasDoseQuantity)
                        .map(Dosage.DosageDoseAndRateComponent::getDoseQuantity)
                        .anyMatch(quantity -> quantity.hasValue() && !quantity.hasUnit() && !quantity.hasCode());
    }

    static String printed(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    static String unit(Quantity quantity) {
        String code = quantity.hasCode() ? quantity.getCode() : String.valueOf(quantity.getUnit());
        return UNITS.getOrDefault(code, quantity.hasUnit() ? quantity.getUnit() : code);
    }

    private static String route(Dosage dosage) {
        if (!dosage.hasRoute()) {
            return "";
        }
        return dosage.getRoute().getCoding().stream()
                .flatMap(coding -> Optional.ofNullable(ROUTES.get(String.valueOf(coding.getCode()))).stream())
                .findFirst()
                .orElse("other");
    }

    private static Optional<String> timing(Dosage dosage) {
        List<TimeType> times = dosage.getTiming().getRepeat().getTimeOfDay();
        if (!times.isEmpty()) {
            return Optional.of(times.stream().map(FhirOrder::hour).collect(Collectors.joining(" - ")));
        }
        return Optional.ofNullable(dosage.getText())
                .or(() -> Optional.ofNullable(dosage.getTiming().getCode().getText()))
                .or(() -> frequency(dosage.getTiming().getRepeat()));
    }

    /** Understood in both languages, and a weekly drug can never be taken for a daily one. */
    private static Optional<String> frequency(Timing.TimingRepeatComponent repeat) {
        if (!repeat.hasFrequency() || !repeat.hasPeriod() || !repeat.hasPeriodUnit() || repeat.hasPeriodMax()) {
            return Optional.empty();
        }
        String period = printed(repeat.getPeriod());
        String per = switch (repeat.getPeriodUnit()) {
            case D -> period.equals("1") ? "24 h" : period + " × 24 h";
            case H -> period + " h";
            case WK -> period.equals("1") ? "7 × 24 h" : period + " × 7 × 24 h";
            case S, MIN, MO, A, NULL -> "";
        };
        String times = repeat.getFrequency() + (repeat.hasFrequencyMax() ? "-" + repeat.getFrequencyMax() : "");
        return per.isEmpty() ? Optional.empty() : Optional.of(times + " × / " + per);
    }

    private static Optional<String> asNeeded(Dosage dosage) {
        boolean needed = dosage.hasAsNeededCodeableConcept()
                || dosage.hasAsNeededBooleanType()
                        && dosage.getAsNeededBooleanType().booleanValue();
        return needed && !dosage.hasText() ? Optional.of("si besoin (PRN)") : Optional.empty();
    }

    private static String hour(TimeType time) {
        String[] parts = time.getValue().split(":", -1);
        String minutes = parts.length > 1 && !parts[1].equals("00") ? " " + parts[1] : "";
        return Integer.parseInt(parts[0]) + " h" + minutes;
    }
}
