package org.paperbridge.census.hapi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.ForbiddenTraits;
import org.paperbridge.form.census.LabResult;

/** Laboratory values: Observations of category laboratory that hold. */
final class FhirResult {

    private static final String LABORATORY = "laboratory";

    private FhirResult() {}

    static List<CensusFact> facts(Observation observation, FhirLinks links, Instant written) {
        boolean laboratory = observation.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .map(Coding::getCode)
                .anyMatch(LABORATORY::equals);
        if (!laboratory || !holds(observation)) {
            return List.of();
        }
        Optional<String> patient = links.patientNumber(observation.getSubject());
        Optional<String> test = FhirLinks.words(observation.getCode());
        Optional<String> value = value(observation.getValue());
        if (patient.isEmpty() || test.isEmpty() || value.isEmpty() || forbidden(observation, test.get())) {
            return List.of();
        }
        return List.of(new CensusFact.ResultKnown(new LabResult(
                patient.get(),
                test.get(),
                observation.getCode().getCoding().stream()
                        .map(Coding::getCode)
                        .filter(code -> code != null)
                        .findFirst(),
                value.get(),
                observation.getValue() instanceof Quantity quantity
                        ? Optional.ofNullable(quantity.getUnit()).or(() -> Optional.ofNullable(quantity.getCode()))
                        : Optional.empty(),
                range(observation),
                observation.getInterpretation().stream()
                        .map(CodeableConcept::getCodingFirstRep)
                        .map(Coding::getCode)
                        .filter(code -> code != null && !code.equals("N"))
                        .findFirst(),
                at(observation).orElse(written))));
    }

    private static boolean forbidden(Observation observation, String test) {
        return ForbiddenTraits.isOne("", test)
                || observation.getCode().getCoding().stream()
                        .map(Coding::getCode)
                        .anyMatch(code -> code != null && ForbiddenTraits.isOne(code, ""));
    }

    private static boolean holds(Observation observation) {
        return switch (observation.getStatus()) {
            case PRELIMINARY, FINAL, AMENDED, CORRECTED -> true;
            case REGISTERED, CANCELLED, ENTEREDINERROR, UNKNOWN, NULL -> false;
            case null -> false;
        };
    }

    private static Optional<String> value(@Nullable Type value) {
        return switch (value) {
            case Quantity quantity ->
                Optional.ofNullable(quantity.getValue())
                        .map(BigDecimal::toPlainString)
                        .map(number -> quantity.hasComparator()
                                ? quantity.getComparator().toCode() + " " + number
                                : number);
            case StringType text -> Optional.ofNullable(text.getValue());
            case CodeableConcept concept -> FhirLinks.words(concept);
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> range(Observation observation) {
        return observation.getReferenceRange().stream()
                .map(range -> {
                    if (range.hasText()) {
                        return range.getText();
                    }
                    String low = range.hasLow() ? String.valueOf(range.getLow().getValue()) : "";
                    String high =
                            range.hasHigh() ? String.valueOf(range.getHigh().getValue()) : "";
                    return low + " - " + high;
                })
                .findFirst();
    }

    static Optional<Instant> at(Observation observation) {
        return Optional.ofNullable(
                        observation.hasEffectiveDateTimeType()
                                ? observation.getEffectiveDateTimeType().getValue()
                                : observation.getIssued())
                .map(Date::toInstant);
    }
}
