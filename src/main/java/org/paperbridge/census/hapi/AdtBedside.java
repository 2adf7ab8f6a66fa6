package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.ForbiddenTraits;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;

/**
 * What a message says for the bedside: diagnoses (DG1), whom to call (NK1), diet (PV1-38), precautions
 * and directives (PV2-41, PV2-45), and what interface engines put into an OBX under a plain word.
 */
final class AdtBedside {

    /** Words in OBX-3, without accents, by which sites name what HL7 v2 has no field for. */
    private static final Map<Kind, List<String>> WORDS = Map.of(
            Kind.ISOLATION, List.of("isolement", "isolation", "precautions"),
            Kind.CODE_STATUS, List.of("code status", "statut de reanimation", "limitation", "directives"),
            Kind.DIET, List.of("regime", "diet"),
            Kind.DEVICE, List.of("dispositif", "implant", "device"),
            Kind.PROBLEM, List.of("probleme", "problem"));

    private AdtBedside() {}

    static List<CensusFact> facts(AdtMessage message, String patient, ZoneId ward) {
        List<CensusFact> facts = new ArrayList<>();
        for (Segment diagnosis : message.all("DG1")) {
            words(diagnosis, 3)
                    .or(() -> AdtMessage.in(diagnosis, 4, 0, 1))
                    .ifPresent(text ->
                            facts.add(note(patient, Kind.PROBLEM, "DG1 " + text, text, moment(diagnosis, 5, ward))));
        }
        for (Segment person : message.all("NK1")) {
            contact(person).ifPresent(text -> facts.add(note(patient, Kind.CONTACT, "NK1 " + text, text, none())));
        }
        message.all("PV1").stream()
                .findFirst()
                .flatMap(stay -> words(stay, 38))
                .ifPresent(diet -> facts.add(note(patient, Kind.DIET, "PV1-38", diet, none())));
        message.all("PV2").stream().findFirst().ifPresent(stay -> {
            words(stay, 41).ifPresent(text -> facts.add(note(patient, Kind.ALERT, "PV2-41", text, none())));
            words(stay, 45).ifPresent(text -> facts.add(note(patient, Kind.CODE_STATUS, "PV2-45", text, none())));
        });
        for (Segment observation : message.all("OBX")) {
            stated(observation, patient, ward).ifPresent(facts::add);
        }
        facts.removeIf(AdtBedside::isForbidden);
        return facts;
    }

    private static boolean isForbidden(CensusFact fact) {
        return fact instanceof CensusFact.NoteKnown(String key, BedsideNote note)
                && note.text().filter(text -> ForbiddenTraits.isOne("", text)).isPresent();
    }

    private static Optional<CensusFact> stated(Segment observation, String patient, ZoneId ward) {
        String question = plain(words(observation, 3).orElse(""));
        if (ForbiddenTraits.isOne(AdtMessage.in(observation, 3, 0, 1).orElse(""), question)) {
            return Optional.empty();
        }
        return WORDS.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(question::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .flatMap(kind -> AdtMessage.in(observation, 5, 0, 2)
                        .or(() -> AdtMessage.text(observation, 5))
                        .map(text -> {
                            Optional<Instant> at = moment(observation, 14, ward);
                            String key = "OBX " + question + (kind == Kind.DEVICE || kind == Kind.PROBLEM ? text : "");
                            return isNone(text)
                                    ? new CensusFact.NoteKnown(patient + " " + key, BedsideNote.none(patient, kind, at))
                                    : note(patient, kind, key, text.replace('\n', ' '), at);
                        }));
    }

    static boolean isNone(String text) {
        return List.of("aucun", "aucune", "none", "non", "no", "neant", "0").contains(plain(text));
    }

    /** Name, tie and phone; NK1-25, 28 and 35 (religion, ethnic group, race) are not read. */
    private static Optional<String> contact(Segment person) {
        Optional<String> family = AdtMessage.in(person, 2, 0, 1);
        Optional<String> given = AdtMessage.in(person, 2, 0, 2);
        String name = Stream.of(family, given).flatMap(Optional::stream).collect(Collectors.joining(" "));
        Optional<String> tie = words(person, 3);
        Optional<String> phone = AdtMessage.in(person, 5, 0, 12).or(() -> AdtMessage.in(person, 5, 0, 1));
        Optional<String> role = words(person, 7);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.of(Optional.of(name), tie, role, phone)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(" · ")));
    }

    private static CensusFact note(String patient, Kind kind, String key, String text, Optional<Instant> at) {
        return new CensusFact.NoteKnown(patient + " " + key, BedsideNote.of(patient, kind, text, at));
    }

    /** Text of a coded field, else its code. */
    static Optional<String> words(Segment segment, int number) {
        return AdtMessage.in(segment, number, 0, 2).or(() -> AdtMessage.in(segment, number, 0, 1));
    }

    private static Optional<Instant> moment(Segment segment, int number, ZoneId ward) {
        return AdtMessage.in(segment, number, 0, 1).flatMap(stamp -> HapiTime.instant(stamp, ward));
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
