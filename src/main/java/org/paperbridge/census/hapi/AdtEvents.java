package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.Encounter;

/** What each ADT event means for who is where. */
final class AdtEvents {

    private static final String BODY_WEIGHT = "29463-7";
    private static final String NO_KNOWN_ALLERGY = "716186003";

    private AdtEvents() {}

    /** @return empty when the event says nothing about presence, e.g. a pre-admission */
    static Optional<List<CensusFact>> facts(AdtMessage message, String patient, Optional<String> stay, ZoneId ward) {
        Optional<List<CensusFact>> movement = movement(message, patient, stay);
        return movement.map(moved -> {
            List<CensusFact> facts = new ArrayList<>();
            facts.add(new CensusFact.PersonKnown(AdtPerson.read(message, patient)));
            AdtStay.unit(message).map(CensusFact.UnitKnown::new).ifPresent(facts::add);
            facts.addAll(moved);
            facts.addAll(allergies(message, patient));
            weight(message, patient, ward).ifPresent(facts::add);
            facts.addAll(AdtBedside.facts(message, patient, ward));
            return facts;
        });
    }

    static boolean needsStay(String event) {
        return switch (event) {
            case "A08", "A28", "A31", "A60", "A18", "A34", "A40", "A47" -> false;
            default -> !concernsIdentity(event);
        };
    }

    private static Optional<List<CensusFact>> movement(AdtMessage message, String patient, Optional<String> stay) {
        String event = message.event();
        if (stay.isEmpty()) {
            return switch (event) {
                case "A08", "A28", "A31", "A60" -> Optional.of(List.of());
                case "A18", "A34", "A40", "A47" -> merge(message, patient);
                default -> Optional.empty();
            };
        }
        String id = stay.get();
        Encounter place = AdtStay.read(message, id, patient);
        boolean historic = AdtStay.historic(message);
        return switch (event) {
            case "A01", "A04" -> Optional.of(List.of(new CensusFact.StayOpened(place)));
            case "A02" -> Optional.of(historic ? List.of() : List.of(new CensusFact.StayMoved(place)));
            case "A06", "A07", "A08", "Z99" ->
                Optional.of(historic ? List.of() : List.of(new CensusFact.StayUpdated(place)));
            case "A28", "A31", "A60" -> Optional.of(List.of());
            case "A03" -> Optional.of(List.of(new CensusFact.StayEnded(id)));
            case "A11" -> Optional.of(List.of(new CensusFact.StayCancelled(id)));
            case "A12" -> Optional.of(List.of(new CensusFact.MoveCancelled(id)));
            case "A13" -> Optional.of(List.of(new CensusFact.EndCancelled(id)));
            case "A18", "A34", "A40", "A47" -> merge(message, patient);
            default -> Optional.empty();
        };
    }

    /**
     * Events that change who is who, or exchange patients, in ways that are not applied here: swap, link, unlink, delete,
     * and merges and moves of visits and accounts (HL7 2.5, chapter 3.3).
     */
    static boolean concernsIdentity(String event) {
        return switch (event) {
            case "A17",
                    "A24",
                    "A29",
                    "A30",
                    "A35",
                    "A36",
                    "A37",
                    "A39",
                    "A41",
                    "A42",
                    "A43",
                    "A44",
                    "A45",
                    "A46",
                    "A48",
                    "A49",
                    "A50",
                    "A51" -> true;
            default -> false;
        };
    }

    private static Optional<List<CensusFact>> merge(AdtMessage message, String survivor) {
        return message.field("MRG", 1).map(retired -> List.of(new CensusFact.PersonMerged(survivor, retired)));
    }

    private static List<CensusFact> allergies(AdtMessage message, String patient) {
        List<CensusFact> facts = new ArrayList<>();
        List<Segment> stated = new ArrayList<>(message.all("AL1"));
        // IAM has the same fields; one that is deleted (IAM-6) is left on the sheet, and the doctor asks
        stated.addAll(message.all("IAM"));
        for (Segment allergy : stated) {
            String code = AdtMessage.in(allergy, 3, 0, 1).orElse("");
            Optional<String> substance = AdtMessage.in(allergy, 3, 0, 2).or(() -> AdtMessage.in(allergy, 3, 0, 1));
            Optional<String> reaction = AdtMessage.in(allergy, 5, 0, 1);
            if (code.equals(NO_KNOWN_ALLERGY)) {
                facts.add(new CensusFact.NoAllergyKnown(patient));
            } else {
                substance
                        .map(name -> name + reaction.map(r -> " (" + r + ")").orElse(""))
                        .ifPresent(text -> facts.add(new CensusFact.AllergyKnown(patient, text)));
            }
        }
        return facts;
    }

    private static Optional<CensusFact> weight(AdtMessage message, String patient, ZoneId ward) {
        Optional<CensusFact> weight = Optional.empty();
        for (Segment observation : message.all("OBX")) {
            boolean kilograms = AdtMessage.in(observation, 6, 0, 1).orElse("").equals("kg");
            if (kilograms && AdtMessage.in(observation, 3, 0, 1).orElse("").equals(BODY_WEIGHT)) {
                weight = AdtMessage.in(observation, 5, 0, 1)
                        .filter(value -> value.matches("\\d{1,3}(\\.\\d+)?"))
                        .map(value -> new CensusFact.WeightKnown(
                                patient,
                                Double.parseDouble(value),
                                AdtMessage.in(observation, 14, 0, 1).flatMap(stamp -> HapiTime.instant(stamp, ward))));
            }
        }
        return weight;
    }
}
