package org.paperbridge.backentry.hapi;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * A person and a stay written down at the desk.
 *
 * <p>Roles: {@code birth-name}, {@code used-name}, {@code given-name}, {@code birth-date}, {@code sex}, {@code birth-place}
 * (INSEE), {@code national-id}, {@code unit}, {@code bed}, {@code reason}, {@code transport},
 * {@code origin}, {@code contact-phone}. The
 * identity is provisional whatever the desk saw: qualifying it is done on screen.
 */
final class FhirAdmission {

    private static final String RELIABILITY =
            "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability";
    private static final String STATUS = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445";
    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
    private static final String INSEE = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code";
    private static final String COG = "https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM";
    private static final String INS_NIR = "urn:oid:1.2.250.1.213.1.4.8";

    private FhirAdmission() {}

    static Patient patient(ClinicalRecord record, FhirContextOfStay stay) {
        Map<String, String> values = record.values();
        Patient patient = new Patient();
        patient.addIdentifier()
                .setUse(Identifier.IdentifierUse.OFFICIAL)
                .setType(FhirNames.concept(FhirNames.IDENTIFIER_TYPE, "PI", ""))
                .setSystem(stay.site().patientSystem())
                .setValue(record.patientId());
        Optional.ofNullable(values.get("national-id"))
                .ifPresent(ins -> patient.addIdentifier()
                        .setUse(Identifier.IdentifierUse.TEMP)
                        .setSystem(INS_NIR)
                        .setValue(ins));
        patient.addExtension(provisional());
        names(values, patient);
        Optional.ofNullable(values.get("birth-date"))
                .ifPresent(written -> patient.setBirthDateElement(new DateType(WrittenText.date(written)
                        .orElseThrow(() -> new RecordRefusedException(
                                "impossible-date",
                                "La date de naissance notée n'existe pas. Corriger la page.",
                                "The date of birth written does not exist. Correct the page."))
                        .toString())));
        sex(values.getOrDefault("sex", "")).ifPresent(patient::setGender);
        Optional.ofNullable(values.get("contact-phone"))
                .ifPresent(number -> patient.addContact()
                        .addTelecom()
                        .setSystem(ContactPoint.ContactPointSystem.PHONE)
                        .setValue(number));
        Optional.ofNullable(values.get("birth-place")).ifPresent(code -> patient.addExtension(birthPlace(code)));
        return patient;
    }

    static Encounter encounter(ClinicalRecord record, FhirContextOfStay stay, Reference patient) {
        Map<String, String> values = record.values();
        Encounter encounter = new Encounter();
        encounter.addIdentifier(FhirNames.record(record.id()));
        record.encounterId()
                .ifPresent(id -> encounter
                        .addIdentifier()
                        .setType(FhirNames.concept(FhirNames.IDENTIFIER_TYPE, "VN", ""))
                        .setSystem(stay.site().encounterSystem())
                        .setValue(id));
        encounter.setStatus(Encounter.EncounterStatus.INPROGRESS);
        encounter.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IMP", null));
        encounter.setSubject(patient);
        DateTimeType start = stay.occurred(record);
        if (start.hasValue()) {
            encounter.getPeriod().setStartElement(start);
        }
        Optional.ofNullable(values.get("unit"))
                .ifPresent(unit -> encounter
                        .addLocation()
                        .setLocation(FhirNames.person("Location", FhirNames.UNIT, unit)
                                .setDisplay(values.containsKey("bed") ? unit + " " + values.get("bed") : unit)));
        Optional.ofNullable(values.get("reason"))
                .ifPresent(reason -> encounter.addReasonCode(new CodeableConcept().setText(reason)));
        Optional.ofNullable(values.get("origin"))
                .or(() -> Optional.ofNullable(values.get("transport")))
                .ifPresent(
                        origin -> encounter.getHospitalization().setAdmitSource(new CodeableConcept().setText(origin)));
        return encounter;
    }

    private static void names(Map<String, String> values, Patient patient) {
        HumanName official = new HumanName().setUse(HumanName.NameUse.OFFICIAL);
        Optional.ofNullable(values.get("birth-name")).ifPresent(official::setFamily);
        for (String given : values.getOrDefault("given-name", "").split("[ ,]+")) {
            if (!given.isEmpty()) {
                official.addGiven(given);
            }
        }
        if (!official.hasFamily() && !official.hasGiven()) {
            throw new RecordRefusedException(
                    "no-name",
                    "Admission sans nom ni prénom validé : rien n'est envoyé.",
                    "Admission without a released name: nothing is sent.");
        }
        patient.addName(official);
        Optional.ofNullable(values.get("used-name"))
                .ifPresent(used -> patient.addName(new HumanName()
                        .setUse(HumanName.NameUse.USUAL)
                        .setFamily(used)
                        .setGiven(official.getGiven())));
    }

    private static Optional<AdministrativeGender> sex(String tick) {
        return switch (tick) {
            case "M" -> Optional.of(AdministrativeGender.MALE);
            case "F" -> Optional.of(AdministrativeGender.FEMALE);
            case "I" -> Optional.of(AdministrativeGender.UNKNOWN);
            default -> Optional.empty();
        };
    }

    private static Extension provisional() {
        Extension reliability = new Extension(RELIABILITY);
        reliability.addExtension("identityStatus", new Coding(STATUS, "PROV", "Identité provisoire"));
        return reliability;
    }

    private static Extension birthPlace(String inseeCode) {
        Address place = new Address();
        place.addExtension(INSEE, new Coding(COG, inseeCode, null));
        return new Extension(BIRTH_PLACE, place);
    }
}
