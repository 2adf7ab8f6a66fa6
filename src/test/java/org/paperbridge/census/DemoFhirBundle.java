package org.paperbridge.census;

import ca.uhn.fhir.context.FhirContext;
import java.math.BigDecimal;
import java.util.Date;
import java.util.Map;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What the demo's prescribing system exports: orders of everybody, allergies and weights of the medical ward. */
final class DemoFhirBundle {

    private static final String WRITTEN = "2026-11-23T06:30:00+01:00";
    private static final Map<String, String> ROUTES =
            Map.of("oral", "26643006", "iv", "47625008", "sc", "34206005", "inhaled", "447694001");
    private static final Map<String, String> UCUM = Map.of("µg", "ug", "UI", "[iU]");

    private final Bundle bundle = new Bundle();

    static String write() {
        DemoFhirBundle demo = new DemoFhirBundle();
        demo.bundle.setType(Bundle.BundleType.COLLECTION);
        demo.bundle.setTimestampElement(new InstantType(WRITTEN));
        DemoHospital.guests().forEach(demo::guest);
        return FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(demo.bundle)
                + "\n";
    }

    private void guest(DemoHospital.Guest guest) {
        Patient patient = new Patient();
        patient.setId("patient-" + guest.number());
        patient.addIdentifier()
                .setType(concept("http://terminology.hl7.org/CodeSystem/v2-0203", "PI", ""))
                .setSystem("urn:oid:1.2.250.1.999.1")
                .setValue(guest.ipp());
        HumanName name = patient.addName().setUse(HumanName.NameUse.OFFICIAL).setFamily(guest.family());
        for (String given : guest.given().split(" ")) {
            name.addGiven(given);
        }
        patient.setGender(guest.sex().equals("M") ? AdministrativeGender.MALE : AdministrativeGender.FEMALE);
        patient.setBirthDateElement(
                new org.hl7.fhir.r4.model.DateType(guest.birth().toString()));
        add(patient);
        Reference subject = new Reference("Patient/patient-" + guest.number());
        if (guest.unit().equals("MEDP")) {
            clinical(guest, subject);
        }
        for (int i = 0; i < guest.drugs().size(); i++) {
            order(guest, guest.drugs().get(i), i + 1, subject);
        }
    }

    private void clinical(DemoHospital.Guest guest, Reference subject) {
        Observation weight = new Observation();
        weight.setId("weight-" + guest.number());
        weight.setStatus(Observation.ObservationStatus.FINAL);
        weight.setCode(concept("http://loinc.org", "29463-7", "Body weight"));
        weight.setSubject(subject);
        weight.setEffective(new DateTimeType(WRITTEN));
        weight.setValue(quantity(guest.weightKg(), "kg"));
        add(weight);
        if (!guest.allergy().isEmpty()) {
            boolean none = guest.allergy().equals("aucune");
            AllergyIntolerance allergy = new AllergyIntolerance();
            allergy.setId("allergy-" + guest.number());
            allergy.setClinicalStatus(
                    concept("http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "active", ""));
            allergy.setCode(
                    none
                            ? concept("http://snomed.info/sct", "716186003", "No known allergy")
                            : new CodeableConcept().setText(guest.allergy()));
            allergy.setPatient(subject);
            add(allergy);
        }
    }

    private void order(DemoHospital.Guest guest, DemoHospital.Drug drug, int line, Reference subject) {
        MedicationRequest request = new MedicationRequest();
        request.setId("order-" + guest.number() + "-" + line);
        request.setStatus(MedicationRequest.MedicationRequestStatus.ACTIVE);
        request.setIntent(MedicationRequest.MedicationRequestIntent.ORDER);
        request.setMedication(concept("http://www.whocc.no/atc", drug.atc(), "").setText(drug.name()));
        request.setSubject(subject);
        Dosage dosage = request.addDosageInstruction();
        dosage.setRoute(concept("http://snomed.info/sct", ROUTES.getOrDefault(drug.route(), ""), ""));
        dosage.addDoseAndRate().setDose(quantity(drug.dose(), drug.unit()));
        for (String hour : drug.times().split(",")) {
            dosage.getTiming()
                    .getRepeat()
                    .addTimeOfDay(String.format(java.util.Locale.ROOT, "%02d:00:00", Integer.parseInt(hour)));
        }
        add(request);
    }

    private void add(Resource resource) {
        resource.getMeta().setLastUpdated((Date) new InstantType(WRITTEN).getValue());
        resource.getMeta().getLastUpdatedElement().setTimeZoneZulu(true);
        bundle.addEntry()
                .setFullUrl("urn:uuid:"
                        + java.util.UUID.nameUUIDFromBytes(
                                resource.getId().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .setResource(resource);
    }

    private static Quantity quantity(String value, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(value))
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(UCUM.getOrDefault(unit, unit));
    }

    private static CodeableConcept concept(String system, String code, String display) {
        CodeableConcept concept = new CodeableConcept();
        Coding coding = concept.addCoding().setSystem(system).setCode(code);
        if (!display.isEmpty()) {
            coding.setDisplay(display);
        }
        return concept;
    }
}
