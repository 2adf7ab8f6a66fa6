package org.paperbridge.backentry.hapi;

import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.paperbridge.backentry.AllergyAnswer;
import org.paperbridge.form.record.ClinicalRecord;

/** An allergy, or the answer that there is none, or that nobody could tell. */
final class FhirAllergy {

    private static final String ABSENT = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips";
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";

    private FhirAllergy() {}

    static AllergyIntolerance of(ClinicalRecord record, FhirContextOfStay stay) {
        AllergyIntolerance allergy = new AllergyIntolerance();
        allergy.addIdentifier(FhirNames.record(record.id()));
        allergy.setClinicalStatus(FhirNames.concept(CLINICAL, "active", ""));
        allergy.setCode(
                switch (AllergyAnswer.of(record)) {
                    case AllergyAnswer.Present present -> new CodeableConcept().setText(present.substance());
                    case AllergyAnswer.NoneKnown() ->
                        FhirNames.concept(FhirNames.SNOMED, "716186003", "No known allergy");
                    case AllergyAnswer.Unknown() ->
                        FhirNames.concept(ABSENT, "no-allergy-info", "No information about allergies");
                });
        allergy.setPatient(stay.patient(record));
        stay.encounter(record).ifPresent(allergy::setEncounter);
        allergy.setRecordedDateElement(stay.recordedDateTime(record));
        record.author()
                .ifPresent(author -> allergy.setRecorder(FhirNames.person("Practitioner", FhirNames.RPPS, author)));
        return allergy;
    }
}
