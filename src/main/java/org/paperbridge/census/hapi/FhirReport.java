package org.paperbridge.census.hapi;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;

/** Imaging (DiagnosticReport, ImagingStudy) and letters (DocumentReference). */
final class FhirReport {

    /** HL7 table 0074 and LOINC parts by which reports say that they are of pictures. */
    private static final Set<String> IMAGING = Set.of(
            "RAD",
            "RX",
            "XRC",
            "CT",
            "CTH",
            "CUS",
            "NMR",
            "NMS",
            "OUS",
            "RUS",
            "VUS",
            "imaging",
            "LP29684-5",
            "18748-4");

    private FhirReport() {}

    static List<CensusFact> imaging(DiagnosticReport report, FhirLinks links) {
        boolean imaging = report.hasImagingStudy()
                || Stream.concat(report.getCategory().stream(), Stream.of(report.getCode()))
                        .flatMap(concept -> concept.getCoding().stream())
                        .map(Coding::getCode)
                        .anyMatch(code -> code != null && IMAGING.contains(code));
        Optional<String> patient = links.patientNumber(report.getSubject());
        Optional<String> name = FhirLinks.words(report.getCode());
        if (!imaging || patient.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        // The study and its report are one exam.
        String key = report.getImagingStudy().stream()
                .flatMap(study -> links.find(study, ImagingStudy.class).stream())
                .map(study -> key(study, patient.get()))
                .findFirst()
                .orElseGet(() -> key(report, patient.get()));
        boolean holds = switch (report.getStatus()) {
            case CANCELLED, ENTEREDINERROR -> false;
            case null, default -> true;
        };
        Optional<Instant> at = report.hasEffectiveDateTimeType()
                ? FhirBedside.instant(report.getEffectiveDateTimeType().getValue())
                : FhirBedside.instant(report.getIssued());
        Optional<String> conclusion = Optional.ofNullable(report.getConclusion())
                .or(() -> report.getConclusionCode().stream()
                        .flatMap(code -> FhirLinks.words(code).stream())
                        .findFirst())
                .or(() -> report.getPresentedForm().stream()
                        .flatMap(form -> text(form, links).stream())
                        .map(Conclusion::of)
                        .findFirst());
        return List.of(
                holds
                        ? new CensusFact.ExamKnown(key, new PastExam(patient.get(), name.get(), at, conclusion))
                        : new CensusFact.ExamCancelled(key));
    }

    static List<CensusFact> study(ImagingStudy study, FhirLinks links) {
        Optional<String> patient = links.patientNumber(study.getSubject());
        Optional<String> name = Optional.ofNullable(study.getDescription())
                .or(() -> study.getProcedureCode().stream()
                        .flatMap(code -> FhirLinks.words(code).stream())
                        .findFirst())
                .or(() -> study.getModality().stream().map(Coding::getCode).findFirst());
        boolean holds = study.getStatus() == ImagingStudy.ImagingStudyStatus.AVAILABLE;
        return holds && patient.isPresent() && name.isPresent()
                ? List.of(new CensusFact.ExamKnown(
                        key(study, patient.get()),
                        new PastExam(
                                patient.get(), name.get(), FhirBedside.instant(study.getStarted()), Optional.empty())))
                : List.of();
    }

    static List<CensusFact> letter(DocumentReference document, FhirLinks links) {
        Optional<String> patient = links.patientNumber(document.getSubject());
        if (patient.isEmpty()) {
            return List.of();
        }
        String key = key(document, patient.get());
        boolean holds = document.getStatus() == DocumentReferenceStatus.CURRENT
                && document.getDocStatus() != DocumentReference.ReferredDocumentStatus.ENTEREDINERROR
                && document.getDocStatus() != DocumentReference.ReferredDocumentStatus.PRELIMINARY;
        if (!holds) {
            return List.of(new CensusFact.LetterCancelled(key));
        }
        String title = FhirLinks.words(document.getType())
                .or(() -> Optional.ofNullable(document.getDescription()))
                .or(() -> words(document.getCategory()))
                .orElse("—");
        return document.getContent().stream()
                .flatMap(content -> content(content.getAttachment(), links).stream())
                .findFirst()
                .<CensusFact>map(content ->
                        new CensusFact.LetterKnown(key, new Letter(patient.get(), title, written(document), content)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Instant> written(DocumentReference document) {
        Optional<Date> service =
                Optional.ofNullable(document.getContext().getPeriod().getStart());
        return FhirBedside.instant(document.getDate()).or(() -> service.map(Date::toInstant));
    }

    private static Optional<String> words(List<CodeableConcept> concepts) {
        return concepts.stream()
                .flatMap(concept -> FhirLinks.words(concept).stream())
                .findFirst();
    }

    private static Optional<Letter.Content> content(Attachment attachment, FhirLinks links) {
        if (kind(attachment).equals("application/pdf")) {
            return bytes(attachment, links).map(Letter.Content.Pdf::new);
        }
        return text(attachment, links).map(Letter.Content.Text::new);
    }

    private static Optional<String> text(Attachment attachment, FhirLinks links) {
        return kind(attachment).equals("text/plain")
                ? bytes(attachment, links)
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .filter(words -> !words.isBlank())
                : Optional.empty();
    }

    private static Optional<byte[]> bytes(Attachment attachment, FhirLinks links) {
        if (attachment.hasData()) {
            return Optional.of(attachment.getData());
        }
        return attachment.hasUrl()
                ? links.find(new Reference(attachment.getUrl()), Binary.class)
                        .map(Binary::getData)
                        .filter(data -> data != null && data.length > 0)
                : Optional.empty();
    }

    private static String kind(Attachment attachment) {
        String type = attachment.getContentType();
        return type == null ? "" : type.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String key(Resource resource, String patient) {
        return resource.getIdElement().hasIdPart()
                ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                : patient + " " + resource.fhirType() + " " + System.identityHashCode(resource);
    }
}
