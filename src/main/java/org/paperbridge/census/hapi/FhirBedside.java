package org.paperbridge.census.hapi;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.NutritionOrder;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.ForbiddenTraits;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;

/** Condition, Flag, NutritionOrder, Device, DeviceUseStatement, RelatedPerson and a Patient's contacts as notes. */
final class FhirBedside {

    private static final String NO_KNOWN_PROBLEMS = "160245001";
    private static final Pattern ISOLATION = Pattern.compile("isol|precaution");
    private static final Pattern CODE_STATUS = Pattern.compile(
            "reanim|resuscit|\\bdnr\\b|\\bdnar\\b|\\blata\\b|limitation|advance directive|directives anticip");

    private FhirBedside() {}

    static List<CensusFact> problem(Condition condition, FhirLinks links) {
        boolean wrong = FhirLinks.hasCode(condition.getVerificationStatus(), "refuted")
                || FhirLinks.hasCode(condition.getVerificationStatus(), "entered-in-error");
        boolean over = Stream.of("inactive", "resolved", "remission")
                .anyMatch(code -> FhirLinks.hasCode(condition.getClinicalStatus(), code));
        Optional<Instant> at = condition.hasOnsetDateTimeType()
                ? instant(condition.getOnsetDateTimeType().getValue())
                : instant(condition.getRecordedDate());
        if (FhirLinks.hasCode(condition.getCode(), NO_KNOWN_PROBLEMS)) {
            return said(condition, condition.getSubject(), links, Kind.PROBLEM, Optional.of(""), at, !wrong);
        }
        return said(
                condition,
                condition.getSubject(),
                links,
                Kind.PROBLEM,
                FhirLinks.words(condition.getCode()),
                at,
                !wrong && !over);
    }

    static List<CensusFact> flag(Flag flag, FhirLinks links) {
        Optional<String> words = FhirLinks.words(flag.getCode());
        String plain = plain(words.orElse("") + " "
                + flag.getCategory().stream()
                        .flatMap(category -> FhirLinks.words(category).stream())
                        .collect(Collectors.joining(" ")));
        Kind kind = ISOLATION.matcher(plain).find()
                ? Kind.ISOLATION
                : CODE_STATUS.matcher(plain).find() ? Kind.CODE_STATUS : Kind.ALERT;
        return said(
                flag,
                flag.getSubject(),
                links,
                kind,
                words,
                instant(flag.getPeriod().getStart()),
                flag.getStatus() == Flag.FlagStatus.ACTIVE);
    }

    static List<CensusFact> diet(NutritionOrder order, FhirLinks links) {
        List<CodeableConcept> types = new ArrayList<>(order.getOralDiet().getType());
        order.getOralDiet().getTexture().forEach(texture -> types.add(texture.getModifier()));
        types.add(order.getEnteralFormula().getBaseFormulaType());
        String words = Stream.concat(
                        types.stream().flatMap(type -> FhirLinks.words(type).stream()),
                        Stream.ofNullable(order.getOralDiet().getInstruction()))
                .collect(Collectors.joining(", "));
        return said(
                order,
                order.getPatient(),
                links,
                Kind.DIET,
                Optional.of(words).filter(text -> !text.isEmpty()),
                instant(order.getDateTime()),
                order.getStatus() == NutritionOrder.NutritionOrderStatus.ACTIVE);
    }

    static List<CensusFact> device(Device device, FhirLinks links) {
        return said(
                device,
                device.getPatient(),
                links,
                Kind.DEVICE,
                deviceWords(device),
                Optional.empty(),
                device.getStatus() == null || device.getStatus() == Device.FHIRDeviceStatus.ACTIVE);
    }

    static List<CensusFact> deviceUse(DeviceUseStatement use, FhirLinks links) {
        Optional<String> words = links.find(use.getDevice(), Device.class)
                .flatMap(FhirBedside::deviceWords)
                .or(() -> Optional.ofNullable(use.getDevice().getDisplay()))
                .map(name -> Stream.concat(Stream.of(name), FhirLinks.words(use.getBodySite()).stream())
                        .collect(Collectors.joining(" · ")));
        return said(
                use,
                use.getSubject(),
                links,
                Kind.DEVICE,
                words,
                instant(use.getRecordedOn()),
                use.getStatus() == DeviceUseStatement.DeviceUseStatementStatus.ACTIVE);
    }

    static List<CensusFact> related(RelatedPerson person, FhirLinks links) {
        Optional<String> name = person.getName().stream().findFirst().map(FhirBedside::name);
        return said(
                person,
                person.getPatient(),
                links,
                Kind.CONTACT,
                name.map(text -> contact(text, person.getRelationship(), person.getTelecom())),
                Optional.empty(),
                !person.hasActiveElement() || person.getActive());
    }

    static List<CensusFact> contacts(Patient patient, String number) {
        List<CensusFact> facts = new ArrayList<>();
        for (Patient.ContactComponent person : patient.getContact()) {
            String name = name(person.getName());
            if (!name.isEmpty()) {
                String text = contact(name, person.getRelationship(), person.getTelecom());
                facts.add(new CensusFact.NoteKnown(
                        number + " contact " + text, BedsideNote.of(number, Kind.CONTACT, text, Optional.empty())));
            }
        }
        return facts;
    }

    private static String contact(String name, List<CodeableConcept> ties, List<ContactPoint> phones) {
        return Stream.of(
                        Stream.of(name),
                        ties.stream()
                                .flatMap(tie -> FhirLinks.words(tie).stream())
                                .limit(1),
                        phones.stream()
                                .filter(point -> point.getSystem() != ContactPoint.ContactPointSystem.EMAIL)
                                .map(ContactPoint::getValue)
                                .filter(value -> value != null)
                                .limit(2))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" · "));
    }

    private static String name(HumanName name) {
        return Stream.concat(
                        Stream.ofNullable(name.getFamily()),
                        name.getGiven().stream().map(PrimitiveType::getValue))
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static Optional<String> deviceWords(Device device) {
        return FhirLinks.words(device.getType())
                .or(() -> device.getDeviceName().stream()
                        .map(Device.DeviceDeviceNameComponent::getName)
                        .findFirst())
                .map(words -> Stream.concat(Stream.of(words), Stream.ofNullable(device.getModelNumber()))
                        .collect(Collectors.joining(" · ")));
    }

    /** @param words empty text says explicitly that there is none */
    private static List<CensusFact> said(
            Resource resource,
            Reference subject,
            FhirLinks links,
            Kind kind,
            Optional<String> words,
            Optional<Instant> at,
            boolean holds) {
        Optional<String> patient = links.patientNumber(subject);
        if (patient.isEmpty() || words.isEmpty() || ForbiddenTraits.isOne("", words.get())) {
            return List.of();
        }
        String key = resource.getIdElement().hasIdPart()
                ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                : patient.get() + " " + kind + " " + words.get();
        if (!holds) {
            return List.of(new CensusFact.NoteEnded(key));
        }
        return List.of(new CensusFact.NoteKnown(
                key,
                words.get().isEmpty()
                        ? BedsideNote.none(patient.get(), kind, at)
                        : BedsideNote.of(patient.get(), kind, words.get(), at)));
    }

    static Optional<Instant> instant(@Nullable Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
