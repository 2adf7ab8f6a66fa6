package org.paperbridge.census.hapi;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.Unit;

/** Encounter and the Location tree: a bed is part of a room, a room part of a ward. */
final class FhirStay {

    private static final Set<String> HOSPITAL_UNITS = Set.of(
            "HU", "BMTU", "BURN", "CCU", "CHEST", "EPIL", "ER", "ETU", "HD", "ICU", "PEDICU", "PEDNICU", "PEDU", "PHU",
            "RHU", "SLEEP", "SURF", "NCCF", "SNF");

    private FhirStay() {}

    static List<CensusFact> facts(Encounter encounter, FhirLinks links, ZoneId ward) {
        Optional<String> id = FhirLinks.identifier(encounter.getIdentifier(), "VN")
                .or(() -> encounter.getIdentifier().stream()
                        .filter(Identifier::hasValue)
                        .map(Identifier::getValue)
                        .findFirst())
                .or(() -> Optional.ofNullable(encounter.getIdElement().getIdPart()));
        Optional<String> patient = links.patientNumber(encounter.getSubject());
        if (id.isEmpty() || patient.isEmpty() || encounter.getStatus() == null) {
            return List.of();
        }
        return switch (encounter.getStatus()) {
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE ->
                List.of(new CensusFact.StayMoved(stay(encounter, id.get(), patient.get(), links, ward)));
            case FINISHED -> List.of(new CensusFact.StayEnded(id.get()));
            case CANCELLED, ENTEREDINERROR -> List.of(new CensusFact.StayCancelled(id.get()));
            case PLANNED, UNKNOWN, NULL -> List.of();
        };
    }

    /** Resources that rightly say nothing about now. */
    static boolean overOrPlanned(Resource resource) {
        return switch (resource) {
            case Encounter encounter ->
                encounter.getStatus() == Encounter.EncounterStatus.PLANNED
                        || encounter.getStatus() == Encounter.EncounterStatus.UNKNOWN;
            case MedicationRequest request ->
                request.getStatus() != MedicationRequest.MedicationRequestStatus.ACTIVE || request.getDoNotPerform();
            case AllergyIntolerance allergy -> !FhirOrder.holds(allergy);
            default -> false;
        };
    }

    static List<CensusFact> unit(Location location, FhirLinks links) {
        if (isBedOrRoom(location)) {
            return List.of();
        }
        boolean ward = FhirLinks.hasCode(location.getPhysicalType(), "wa")
                || location.getType().stream().anyMatch(FhirStay::isHospitalUnit)
                || links.holdsBeds(location);
        return List.of(ward ? new CensusFact.UnitKnown(unitOf(location)) : new CensusFact.PlaceNamed(unitOf(location)));
    }

    /** HL7 v3 ServiceDeliveryLocationRoleType, as far as patients lie there. */
    private static boolean isHospitalUnit(CodeableConcept type) {
        return type.getCoding().stream().anyMatch(coding -> HOSPITAL_UNITS.contains(String.valueOf(coding.getCode())));
    }

    private static org.paperbridge.form.census.Encounter stay(
            Encounter encounter, String id, String patient, FhirLinks links, ZoneId ward) {
        Optional<Reference> reference = encounter.getLocation().stream()
                .filter(l -> l.getStatus() != Encounter.EncounterLocationStatus.COMPLETED)
                .reduce((first, last) -> last)
                .map(Encounter.EncounterLocationComponent::getLocation);
        Optional<Location> place = reference.flatMap(r -> links.find(r, Location.class));
        Optional<String> unit = place.flatMap(location -> wardOf(location, links, 5))
                .map(location -> unitOf(location).code())
                .or(() -> place.isPresent() ? Optional.empty() : reference.flatMap(FhirStay::codeIn));
        Optional<Date> start = Optional.ofNullable(encounter.getPeriod().getStart());
        return new org.paperbridge.form.census.Encounter(
                id,
                patient,
                unit.orElse(""),
                place.filter(FhirStay::isBedOrRoom).map(FhirStay::label),
                start.map(date -> LocalDateTime.ofInstant(date.toInstant(), ward)),
                encounter.getParticipant().stream()
                        .map(p -> p.getIndividual().getDisplay())
                        .filter(display -> display != null && !display.isBlank())
                        .findFirst());
    }

    /** Of a place that is described in another file: its identifier, else what the reference calls it. */
    private static Optional<String> codeIn(Reference reference) {
        String written = String.valueOf(reference.getReference());
        return Optional.of(written.substring(written.indexOf('|') + 1))
                .filter(code -> written.contains("identifier=") && !code.isBlank())
                .or(() -> Optional.ofNullable(reference.getIdentifier().getValue()))
                .or(() -> Optional.ofNullable(reference.getDisplay()))
                .filter(code -> !code.isBlank());
    }

    private static Optional<Location> wardOf(Location location, FhirLinks links, int depth) {
        if (!isBedOrRoom(location) || depth == 0) {
            return Optional.of(location);
        }
        return links.find(location.getPartOf(), Location.class).flatMap(parent -> wardOf(parent, links, depth - 1));
    }

    static boolean isBedOrRoom(Location location) {
        return FhirLinks.hasCode(location.getPhysicalType(), "bd")
                || FhirLinks.hasCode(location.getPhysicalType(), "ro");
    }

    private static Unit unitOf(Location location) {
        String code = location.getIdentifier().stream()
                .filter(Identifier::hasValue)
                .map(Identifier::getValue)
                .findFirst()
                .orElseGet(() -> String.valueOf(location.getIdElement().getIdPart()));
        return new Unit(code, location.hasName() ? location.getName() : code);
    }

    private static String label(Location location) {
        return location.hasName() ? location.getName() : unitOf(location).code();
    }
}
