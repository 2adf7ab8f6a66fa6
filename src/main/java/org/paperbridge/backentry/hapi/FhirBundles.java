package org.paperbridge.backentry.hapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.ReleaseGuard;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * Records of one encounter to one transaction: all of it arrives or nothing.
 *
 * <p>Every entry is a conditional create by a deterministic identifier, so posting the bundle again finds what is
 * there. Provenance has no identifier in R4 and is found by a tag.
 */
public final class FhirBundles {

    private final BackEntrySite site;
    private final FhirProof proof;

    public FhirBundles(BackEntrySite site, ProofImages images) {
        this.site = site;
        this.proof = new FhirProof(images);
    }

    /**
     * @param records of one encounter, in sending order
     * @throws RecordRefusedException when one of them cannot be said without inventing something
     */
    public Bundle transaction(List<ClinicalRecord> records) {
        Entries entries = new Entries();
        Optional<FhirContextOfStay.Admitted> admitted = records.stream()
                .filter(record -> record.target().kind().equals("admission"))
                .findFirst()
                .map(record -> new FhirContextOfStay.Admitted(
                        FhirNames.fullUrl("patient:" + record.patientId()), FhirNames.fullUrl(FhirNames.stay(record))));
        FhirContextOfStay stay = new FhirContextOfStay(site, admitted);
        for (ClinicalRecord record : records) {
            ReleaseGuard.check(record);
            List<Reference> targets = facts(record, stay, entries);
            String scan = FhirNames.scanId(record.proof());
            Reference page = entries.add("scan:" + scan, proof.page(record, stay), FhirNames.SCAN, scan);
            Optional<Reference> crop = proof.crop(record, stay, page)
                    .map(document -> entries.add("crop:" + record.id(), document, FhirNames.CROP, record.id()));
            entries.addTagged(record.id(), proof.provenance(record, stay, targets, page, crop));
        }
        return entries.bundle();
    }

    private List<Reference> facts(ClinicalRecord record, FhirContextOfStay stay, Entries entries) {
        String id = record.id();
        return switch (record.target().kind()) {
            case "admission" -> admission(record, stay, entries);
            case "observation" ->
                List.of(entries.add("record:" + id, FhirObservation.of(record, stay), FhirNames.RECORD, id));
            case "medication-request" ->
                List.of(entries.add("record:" + id, FhirOrder.of(record, stay), FhirNames.RECORD, id));
            case "allergy" -> List.of(entries.add("record:" + id, FhirAllergy.of(record, stay), FhirNames.RECORD, id));
            default ->
                throw new RecordRefusedException(
                        "unknown-kind",
                        "Ce type de fait n'a pas encore de traduction FHIR : à saisir à la main.",
                        "This kind of fact has no FHIR mapping yet: enter it by hand.");
        };
    }

    private List<Reference> admission(ClinicalRecord record, FhirContextOfStay stay, Entries entries) {
        Reference patient = entries.add(
                "patient:" + record.patientId(),
                FhirAdmission.patient(record, stay),
                site.patientSystem(),
                record.patientId());
        boolean numbered = record.encounterId().isPresent();
        Reference encounter = entries.add(
                FhirNames.stay(record),
                FhirAdmission.encounter(record, stay, patient),
                numbered ? site.encounterSystem() : FhirNames.RECORD,
                record.encounterId().orElse(record.id()));
        return List.of(patient, encounter);
    }

    private static final class Entries {

        private final Map<String, Bundle.BundleEntryComponent> byUrl = new LinkedHashMap<>();

        Reference add(String name, Resource resource, String system, String value) {
            resource.getMeta().addTag(FhirNames.BACKLOAD.copy());
            return put(name, resource, "identifier=" + FhirNames.token(system, value));
        }

        void addTagged(String record, Resource resource) {
            resource.getMeta().addTag(FhirNames.BACKLOAD.copy());
            put("provenance:" + record, resource, "_tag=" + FhirNames.token(FhirNames.PROVENANCE, record));
        }

        private Reference put(String name, Resource resource, String condition) {
            String url = FhirNames.fullUrl(name);
            Bundle.BundleEntryComponent entry = new Bundle.BundleEntryComponent();
            entry.setFullUrl(url).setResource(resource);
            entry.getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl(resource.fhirType())
                    .setIfNoneExist(condition);
            byUrl.putIfAbsent(url, entry);
            return new Reference(url);
        }

        Bundle bundle() {
            Bundle bundle = new Bundle();
            bundle.setType(Bundle.BundleType.TRANSACTION);
            bundle.setEntry(new ArrayList<>(byUrl.values()));
            return bundle;
        }
    }
}
