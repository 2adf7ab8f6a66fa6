package org.paperbridge.census.hapi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.paperbridge.census.CensusFact;

/** Patient, allergies and weight; birth name and birthplace where the base specification and fr-core put them. */
final class FhirPerson {

    /** Qualified French identities, their test space, and NHS numbers. */
    private static final Set<String> NATIONAL = Set.of(
            "urn:oid:1.2.250.1.213.1.4.8",
            "urn:oid:1.2.250.1.213.1.4.9",
            "urn:oid:1.2.250.1.213.1.4.10",
            "https://fhir.nhs.uk/Id/nhs-number");

    private static final String OID = "urn:oid:";
    private static final String BIRTH_PLACE = "http://hl7.org/fhir/StructureDefinition/patient-birthPlace";
    private static final String NO_KNOWN_ALLERGY = "716186003";
    private static final String BODY_WEIGHT = "29463-7";

    private FhirPerson() {}

    /** Hospital number: the identifier of type PI or MR, else the first that is not a national one, else the id. */
    static Optional<String> number(Patient patient) {
        return FhirLinks.identifier(patient.getIdentifier(), "PI", "MR")
                .or(() -> patient.getIdentifier().stream()
                        .filter(identifier ->
                                identifier.hasValue() && !NATIONAL.contains(String.valueOf(identifier.getSystem())))
                        .map(Identifier::getValue)
                        .findFirst())
                .or(() -> Optional.ofNullable(patient.getIdElement().getIdPart()));
    }

    static List<CensusFact> facts(Patient patient) {
        Optional<HumanName> birth = name(patient, HumanName.NameUse.MAIDEN);
        Optional<HumanName> official = name(patient, HumanName.NameUse.OFFICIAL)
                .or(() -> patient.getName().stream().findFirst());
        Optional<String> birthName = birth.or(() -> official).map(HumanName::getFamily);
        Optional<String> used = name(patient, HumanName.NameUse.USUAL)
                .or(() -> birth.isPresent() ? official : Optional.empty())
                .map(HumanName::getFamily)
                .filter(family -> !birthName.equals(Optional.of(family)));
        List<String> given = official.or(() -> birth).stream()
                .flatMap(name -> name.getGiven().stream())
                .map(PrimitiveType::getValue)
                .filter(word -> word != null && !word.isBlank())
                .toList();
        Optional<String> id = number(patient);
        if (id.isEmpty() || birthName.isEmpty()) {
            return List.of();
        }
        List<CensusFact> facts = new ArrayList<>();
        facts.add(new CensusFact.PersonKnown(new org.paperbridge.form.census.Patient(
                id.get(),
                birthName.get(),
                used,
                given,
                Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
                        .filter(text -> text.length() == 10)
                        .map(LocalDate::parse),
                sex(patient.getGender()),
                birthPlace(patient),
                nationalId(patient).map(Identifier::getValue),
                nationalId(patient)
                        .map(Identifier::getSystem)
                        .filter(system -> system.startsWith(OID))
                        .map(system -> system.substring(OID.length())),
                List.of(),
                false,
                Optional.empty())));
        facts.addAll(FhirBedside.contacts(patient, id.get()));
        return facts;
    }

    static List<CensusFact> allergy(AllergyIntolerance allergy, FhirLinks links) {
        Optional<String> patient = links.patientNumber(allergy.getPatient());
        if (patient.isEmpty() || !FhirOrder.holds(allergy)) {
            return List.of();
        }
        if (FhirLinks.hasCode(allergy.getCode(), NO_KNOWN_ALLERGY)) {
            return List.of(new CensusFact.NoAllergyKnown(patient.get()));
        }
        String reaction = allergy.getReaction().stream()
                .flatMap(r -> r.getManifestation().stream())
                .flatMap(m -> FhirLinks.words(m).stream())
                .findFirst()
                .map(words -> " (" + words + ")")
                .orElse("");
        return FhirLinks.words(allergy.getCode())
                .<CensusFact>map(words -> new CensusFact.AllergyKnown(patient.get(), words + reaction))
                .map(List::of)
                .orElse(List.of());
    }

    static List<CensusFact> weight(Observation observation, FhirLinks links) {
        if (!FhirLinks.hasCode(observation.getCode(), BODY_WEIGHT) || !observation.hasValueQuantity()) {
            return List.of();
        }
        Quantity quantity = observation.getValueQuantity();
        BigDecimal value = quantity.getValue();
        boolean kilograms = "kg".equals(quantity.getCode()) || "kg".equals(quantity.getUnit());
        return value != null && kilograms
                ? links.patientNumber(observation.getSubject())
                        .<CensusFact>map(patient ->
                                new CensusFact.WeightKnown(patient, value.doubleValue(), FhirResult.at(observation)))
                        .map(List::of)
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<HumanName> name(Patient patient, HumanName.NameUse use) {
        return patient.getName().stream().filter(name -> name.getUse() == use).findFirst();
    }

    private static Optional<String> sex(AdministrativeGender gender) {
        return switch (gender) {
            case MALE -> Optional.of("M");
            case FEMALE -> Optional.of("F");
            case OTHER, UNKNOWN -> Optional.of("I");
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> birthPlace(Patient patient) {
        Extension extension = patient.getExtensionByUrl(BIRTH_PLACE);
        if (extension == null || !(extension.getValue() instanceof Address address)) {
            return Optional.empty();
        }
        return address.getExtension().stream()
                .filter(inner -> inner.getUrl().endsWith("insee-code"))
                .map(inner -> inner.getValue() instanceof org.hl7.fhir.r4.model.Coding coding
                        ? coding.getCode()
                        : inner.getValue().primitiveValue())
                .findFirst()
                .or(() -> Optional.ofNullable(address.getDistrict()));
    }

    /** A qualified identity only: fr-core says so where the number stands, or in the reliability of the patient. */
    private static Optional<Identifier> nationalId(Patient patient) {
        boolean doubtful = patient.getExtension().stream()
                .filter(extension -> extension.getUrl().endsWith("identity-reliability"))
                .flatMap(extension -> Stream.concat(Stream.of(extension), extension.getExtension().stream()))
                .map(Extension::getValue)
                .map(FhirPerson::code)
                .anyMatch(code -> !code.isEmpty() && !code.equals("VALI"));
        return patient.getIdentifier().stream()
                .filter(identifier ->
                        identifier.hasValue() && NATIONAL.contains(String.valueOf(identifier.getSystem())))
                .filter(identifier -> identifier.getUse() != Identifier.IdentifierUse.TEMP)
                .filter(identifier -> !doubtful)
                .findFirst();
    }

    private static String code(@Nullable Type value) {
        return switch (value) {
            case org.hl7.fhir.r4.model.Coding coding -> String.valueOf(coding.getCode());
            case CodeableConcept concept ->
                concept.getCoding().stream()
                        .map(org.hl7.fhir.r4.model.Coding::getCode)
                        .findFirst()
                        .orElse("");
            case CodeType code -> code.getValue();
            case null, default -> "";
        };
    }
}
