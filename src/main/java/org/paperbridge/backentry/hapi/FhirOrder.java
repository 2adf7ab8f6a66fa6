package org.paperbridge.backentry.hapi;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.Timing;
import org.paperbridge.backentry.DrugRoute;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.UnitOfDose;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * A prescribed line.
 *
 * <p>Roles: {@code drug}, {@code drug-code} (ATC), {@code dose}, {@code unit}, {@code route}, {@code times},
 * {@code per-day}, {@code frequency}, {@code start-date}/{@code start-time}, {@code end-date}/{@code end-time}, {@code indication},
 * {@code as-needed}, {@code most-per-day}, {@code days}, {@code once}, {@code reason}. An order whose end has passed is completed, so that nobody is asked to give it.
 */
final class FhirOrder {

    private FhirOrder() {}

    static MedicationRequest of(ClinicalRecord record, FhirContextOfStay stay) {
        Map<String, String> values = record.values();
        MedicationRequest request = new MedicationRequest();
        request.addIdentifier(FhirNames.record(record.id()));
        request.setStatus(status(record, stay));
        request.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
        request.setMedication(drug(values));
        request.setSubject(stay.patient(record));
        stay.encounter(record).ifPresent(request::setEncounter);
        DateTimeType authored = stay.occurred(record);
        if (authored.hasValue()) {
            request.setAuthoredOnElement(authored);
        }
        record.author()
                .ifPresent(author -> request.setRequester(FhirNames.person("Practitioner", FhirNames.RPPS, author)));
        Optional.ofNullable(values.get("indication"))
                .ifPresent(words -> request.addReasonCode(new CodeableConcept().setText(words)));
        request.addDosageInstruction(dosage(record, stay));
        return request;
    }

    private static MedicationRequest.MedicationRequestStatus status(ClinicalRecord record, FhirContextOfStay stay) {
        boolean past = WrittenMoment.of(
                        record, "end-date", "end-time", stay.site().ward())
                .before(record.recordedAt(), stay.site().ward());
        return past
                ? MedicationRequest.MedicationRequestStatus.COMPLETED
                : MedicationRequest.MedicationRequestStatus.ACTIVE;
    }

    private static CodeableConcept drug(Map<String, String> values) {
        String name = values.getOrDefault("drug", "");
        String code = values.getOrDefault("drug-code", "");
        if (name.isEmpty() && code.isEmpty()) {
            throw new RecordRefusedException(
                    "no-drug",
                    "Prescription sans nom de médicament validé : rien n'est envoyé.",
                    "Order without a released drug name: nothing is sent.");
        }
        CodeableConcept drug = code.isEmpty() ? new CodeableConcept() : FhirNames.concept(FhirNames.ATC, code, "");
        return name.isEmpty() ? drug : drug.setText(name);
    }

    private static Dosage dosage(ClinicalRecord record, FhirContextOfStay stay) {
        Map<String, String> values = record.values();
        Dosage dosage = new Dosage();
        dosage.setText(OrderWords.of(values));
        dose(values).ifPresent(dose -> dosage.addDoseAndRate().setDose(dose));
        Optional.ofNullable(values.get("route")).ifPresent(tick -> dosage.setRoute(route(tick)));
        Timing timing = timing(record, stay);
        if (!timing.isEmpty()) {
            dosage.setTiming(timing);
        }
        if (values.containsKey("as-needed")) {
            dosage.setAsNeeded(new BooleanType(true));
        }
        WrittenText.number(values.getOrDefault("most-per-day", ""))
                .ifPresent(most -> dosage.setMaxDosePerPeriod(
                        new Ratio().setNumerator(ucum(most, "1")).setDenominator(ucum(BigDecimal.ONE, "d"))));
        return dosage;
    }

    /** Coded only when number and unit are both certain; the words stand in the text in any case. */
    private static Optional<Quantity> dose(Map<String, String> values) {
        Optional<BigDecimal> number = WrittenText.number(values.getOrDefault("dose", ""));
        String unit = values.getOrDefault("unit", "");
        return number.flatMap(value -> UnitOfDose.ucum(unit)
                .map(ucum -> new Quantity()
                        .setValue(value)
                        .setUnit(unit)
                        .setSystem(FhirNames.UCUM)
                        .setCode(ucum)));
    }

    private static Quantity ucum(BigDecimal value, String code) {
        return new Quantity()
                .setValue(value)
                .setUnit(code)
                .setSystem(FhirNames.UCUM)
                .setCode(code);
    }

    private static CodeableConcept route(String tick) {
        return DrugRoute.find(tick)
                .map(route -> FhirNames.concept(FhirNames.SNOMED, route.snomed(), route.english()))
                .orElseGet(() -> new CodeableConcept().setText(tick));
    }

    private static Timing timing(ClinicalRecord record, FhirContextOfStay stay) {
        Map<String, String> values = record.values();
        Timing timing = new Timing();
        List<LocalTime> times = WrittenText.times(values.getOrDefault("times", ""));
        for (LocalTime time : times) {
            timing.getRepeat().getTimeOfDay().add(new TimeType(time + ":00"));
        }
        WrittenText.number(values.getOrDefault("per-day", ""))
                .filter(number -> number.scale() == 0 && number.signum() > 0)
                .ifPresent(number -> timing.getRepeat()
                        .setFrequency(number.intValue())
                        .setPeriod(1)
                        .setPeriodUnit(Timing.UnitsOfTime.D));
        Period bounds = new Period();
        bound(record, "start", stay).ifPresent(bounds::setStartElement);
        bound(record, "end", stay).ifPresent(bounds::setEndElement);
        Optional<BigDecimal> days = WrittenText.number(values.getOrDefault("days", ""));
        if (!bounds.isEmpty()) {
            timing.getRepeat().setBounds(bounds);
        } else if (days.isPresent()) {
            timing.getRepeat()
                    .setBounds(new Duration()
                            .setValue(days.get())
                            .setUnit("d")
                            .setSystem(FhirNames.UCUM)
                            .setCode("d"));
        }
        if (values.containsKey("once")) {
            timing.getRepeat().setCount(1);
        }
        return timing;
    }

    private static Optional<DateTimeType> bound(ClinicalRecord record, String which, FhirContextOfStay stay) {
        WrittenMoment moment = WrittenMoment.of(
                record, which + "-date", which + "-time", stay.site().ward());
        return switch (moment) {
            case WrittenMoment.Unwritten() -> Optional.empty();
            case WrittenMoment.Day day ->
                Optional.of(new DateTimeType(day.date().toString()));
            case WrittenMoment.Minute(OffsetDateTime at) -> Optional.of(stay.dateTime(at));
        };
    }
}
