package org.paperbridge.backentry.hapi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.paperbridge.backentry.ProofImage;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.form.record.ClinicalRecord;

/** The scanned page, the crop, and who said so when. */
final class FhirProof {

    private static final String AGENT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private final ProofImages images;

    FhirProof(ProofImages images) {
        this.images = images;
    }

    /** One document a scan, however many records come from it. */
    DocumentReference page(ClinicalRecord record, FhirContextOfStay stay) {
        String scan = FhirNames.scanId(record.proof());
        DocumentReference document = document(record, stay, "Scanned downtime form, page " + record.page());
        document.addIdentifier().setSystem(FhirNames.SCAN).setValue(scan);
        document.addContent().setAttachment(attachment(images.page(record.proof()), scan));
        return document;
    }

    /** The part the record was read from, when it can be cut. */
    Optional<DocumentReference> crop(ClinicalRecord record, FhirContextOfStay stay, Reference page) {
        return images.crop(record).map(image -> {
            DocumentReference document = document(record, stay, "Field on a scanned downtime form");
            document.addIdentifier().setSystem(FhirNames.CROP).setValue(record.id());
            document.addRelatesTo()
                    .setCode(DocumentReference.DocumentRelationshipType.APPENDS)
                    .setTarget(page);
            document.addContent().setAttachment(attachment(Optional.of(image), record.id()));
            return document;
        });
    }

    Provenance provenance(
            ClinicalRecord record,
            FhirContextOfStay stay,
            List<Reference> targets,
            Reference page,
            Optional<Reference> crop) {
        Provenance provenance = new Provenance();
        provenance.getMeta().addTag(FhirNames.PROVENANCE, record.id(), null);
        targets.forEach(provenance::addTarget);
        DateTimeType occurred = stay.occurred(record);
        if (occurred.hasValue()) {
            provenance.setOccurred(occurred);
        }
        provenance.setRecordedElement(stay.recorded(record));
        record.author()
                .ifPresent(author ->
                        agent(provenance, "author", FhirNames.person("Practitioner", FhirNames.RPPS, author)));
        boolean person = !record.enteredBy().equals("policy");
        Reference software = new Reference().setType("Device").setDisplay("Paperbridge");
        agent(
                provenance,
                "enterer",
                person
                        ? FhirNames.person("Practitioner", FhirNames.REVIEWER, record.enteredBy())
                        : new Reference().setType("Device").setDisplay("Paperbridge acceptance policy"));
        agent(provenance, "assembler", software);
        provenance.addEntity().setRole(Provenance.ProvenanceEntityRole.SOURCE).setWhat(page);
        crop.ifPresent(what -> provenance
                .addEntity()
                .setRole(Provenance.ProvenanceEntityRole.QUOTATION)
                .setWhat(what));
        return provenance;
    }

    private static void agent(Provenance provenance, String role, Reference who) {
        provenance.addAgent().setType(FhirNames.concept(AGENT, role, "")).setWho(who);
    }

    private static DocumentReference document(ClinicalRecord record, FhirContextOfStay stay, String title) {
        DocumentReference document = new DocumentReference();
        document.setStatus(DocumentReferenceStatus.CURRENT);
        document.setType(new CodeableConcept().setText(title));
        document.setSubject(stay.patient(record));
        document.setDateElement(stay.recorded(record));
        stay.encounter(record).ifPresent(encounter -> document.getContext().addEncounter(encounter));
        return document;
    }

    private static Attachment attachment(Optional<ProofImage> image, String name) {
        Attachment attachment = new Attachment().setTitle(name);
        if (image.isEmpty()) {
            return attachment.setUrl(FhirNames.SCAN + ":" + name);
        }
        byte[] bytes = image.get().bytes();
        return attachment
                .setContentType(image.get().contentType())
                .setData(bytes)
                .setSize(bytes.length)
                .setHash(sha1(bytes));
    }

    /** FHIR R4 asks for SHA-1 here; the original's SHA-256 is in the identifier. */
    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-1", e);
        }
    }
}
