package org.paperbridge.census.hapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Resources of one file by the ways in which others point at them. */
final class FhirLinks {

    private final Map<String, Resource> byAddress = new HashMap<>();

    /** References to what beds and rooms are part of. */
    private final Set<String> holdsBeds = new HashSet<>();

    FhirLinks(List<Bundle.BundleEntryComponent> entries) {
        for (Bundle.BundleEntryComponent entry : entries) {
            Resource resource = entry.getResource();
            if (resource == null) {
                continue;
            }
            if (entry.getFullUrl() != null) {
                byAddress.put(entry.getFullUrl(), resource);
            }
            if (resource.getIdElement().hasIdPart()) {
                byAddress.put(
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
            }
            if (resource instanceof Location location) {
                // Conditional references, as transactions and bulk exports of some servers write them
                for (Identifier identifier : location.getIdentifier()) {
                    byAddress.put(
                            "Location?identifier=" + identifier.getSystem() + "|" + identifier.getValue(), resource);
                }
                String above = location.getPartOf().getReference();
                if (above != null && FhirStay.isBedOrRoom(location)) {
                    holdsBeds.add(above);
                }
            }
        }
    }

    /** Whether beds or rooms are part of this place. */
    boolean holdsBeds(Location place) {
        return holdsBeds.stream().anyMatch(reference -> byAddress.get(reference) == place);
    }

    <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
        Resource direct = reference.getResource() instanceof Resource resource
                ? resource
                : byAddress.get(String.valueOf(reference.getReference()));
        return type.isInstance(direct) ? Optional.of(type.cast(direct)) : Optional.empty();
    }

    /** Patient number behind a reference: of the patient in this file, or written in the reference. */
    Optional<String> patientNumber(Reference reference) {
        return find(reference, Patient.class)
                .flatMap(FhirPerson::number)
                .or(() -> Optional.ofNullable(reference.getIdentifier().getValue()));
    }

    static Optional<String> identifier(List<Identifier> identifiers, String... types) {
        for (String type : types) {
            for (Identifier identifier : identifiers) {
                if (identifier.hasValue() && hasCode(identifier.getType(), type)) {
                    return Optional.of(identifier.getValue());
                }
            }
        }
        return Optional.empty();
    }

    static boolean hasCode(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }

    /** Words of a concept: its text, or the first display. */
    static Optional<String> words(CodeableConcept concept) {
        return Optional.ofNullable(concept.getText())
                .or(() -> concept.getCoding().stream()
                        .map(Coding::getDisplay)
                        .filter(display -> display != null && !display.isBlank())
                        .findFirst());
    }
}
