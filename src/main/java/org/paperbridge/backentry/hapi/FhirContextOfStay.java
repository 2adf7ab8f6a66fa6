package org.paperbridge.backentry.hapi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * Whose record it is, and how times are written.
 *
 * @param admitted addresses of the patient and stay when the same bundle creates them; else they are found by number
 */
record FhirContextOfStay(BackEntrySite site, Optional<Admitted> admitted) {

    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    record Admitted(String patientUrl, String encounterUrl) {}

    Reference patient(ClinicalRecord record) {
        return admitted.map(a -> new Reference(a.patientUrl()))
                .orElseGet(() -> FhirNames.conditional("Patient", site.patientSystem(), record.patientId()));
    }

    Optional<Reference> encounter(ClinicalRecord record) {
        return admitted.map(a -> new Reference(a.encounterUrl()))
                .or(() ->
                        record.encounterId().map(id -> FhirNames.conditional("Encounter", site.encounterSystem(), id)));
    }

    /** When it happened; says so when the paper does not tell. */
    DateTimeType occurred(ClinicalRecord record) {
        return switch (WrittenMoment.occurred(record, site.ward())) {
            case WrittenMoment.Minute minute -> dateTime(minute.at());
            case WrittenMoment.Day day -> new DateTimeType(day.date().toString());
            case WrittenMoment.Unwritten() -> {
                DateTimeType unknown = new DateTimeType();
                unknown.addExtension(ABSENT, new CodeType("unknown"));
                yield unknown;
            }
        };
    }

    InstantType recorded(ClinicalRecord record) {
        return new InstantType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(record.recordedAt())));
    }

    DateTimeType recordedDateTime(ClinicalRecord record) {
        return dateTime(local(record.recordedAt()));
    }

    DateTimeType dateTime(OffsetDateTime at) {
        return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at));
    }

    private OffsetDateTime local(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).atZone(site.ward()).toOffsetDateTime();
    }
}
