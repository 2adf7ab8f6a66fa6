package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.LabResult;

/** Results (ORU) and encoded pharmacy orders (RDE, also inside OMP), as far as a kit prints them. */
final class OrderMessages {

    private OrderMessages() {}

    /** One value for every OBX with a test and a value that was not withdrawn. */
    static List<CensusFact> results(AdtMessage message, String patient, ZoneId ward, Instant statedAt) {
        List<CensusFact> facts = new ArrayList<>();
        Optional<Instant> sampled = message.field("OBR", 7).flatMap(stamp -> HapiTime.instant(stamp, ward));
        for (Segment observation : message.all("OBX")) {
            String status = AdtMessage.in(observation, 11, 0, 1).orElse("F");
            Optional<String> test = AdtMessage.in(observation, 3, 0, 2).or(() -> AdtMessage.in(observation, 3, 0, 1));
            Optional<String> value = AdtMessage.in(observation, 5, 0, 2)
                    .filter(text ->
                            AdtMessage.in(observation, 2, 0, 1).orElse("").matches("CE|CWE"))
                    .or(() -> AdtMessage.in(observation, 5, 0, 1));
            boolean holds = !status.matches("[DWXNI]");
            boolean picture = AdtMessage.in(observation, 2, 0, 1).orElse("").matches("ED|RP");
            if (test.isPresent() && value.isPresent() && holds && !picture) {
                facts.add(new CensusFact.ResultKnown(new LabResult(
                        patient,
                        test.get(),
                        AdtMessage.in(observation, 3, 0, 1),
                        value.get(),
                        AdtMessage.in(observation, 6, 0, 1),
                        AdtMessage.in(observation, 7, 0, 1),
                        AdtMessage.in(observation, 8, 0, 1).filter(flag -> !flag.equals("N")),
                        AdtMessage.in(observation, 14, 0, 1)
                                .flatMap(stamp -> HapiTime.instant(stamp, ward))
                                .or(() -> sampled)
                                .orElse(statedAt))));
            }
        }
        return facts;
    }

    /** New and changed orders run; cancelled and stopped ones are no fact, for only what runs is printed. */
    static List<CensusFact> drugs(AdtMessage message, String patient) {
        String control = message.field("ORC", 1).orElse("NW");
        if (!control.matches("NW|XO|RE|XR|OK|SN|CN")) {
            return List.of();
        }
        List<CensusFact> facts = new ArrayList<>();
        List<Segment> routes = message.all("RXR");
        List<Segment> orders = message.all("RXE");
        for (int i = 0; i < orders.size(); i++) {
            Segment order = orders.get(i);
            Optional<String> name = AdtMessage.in(order, 2, 0, 2).or(() -> AdtMessage.in(order, 2, 0, 1));
            Optional<String> route = i < routes.size()
                    ? AdtMessage.in(routes.get(i), 1, 0, 1).map(OrderMessages::route)
                    : Optional.empty();
            Optional<String> timing = AdtMessage.in(order, 1, 0, 2);
            name.ifPresent(drug -> facts.add(new CensusFact.DrugRunning(new ActiveDrug(
                    patient,
                    drug,
                    AdtMessage.in(order, 2, 0, 1),
                    AdtMessage.in(order, 3, 0, 1).map(dose -> dose.replace('.', ',')),
                    AdtMessage.in(order, 5, 0, 1),
                    route,
                    timing))));
        }
        return facts;
    }

    private static String route(String code) {
        return switch (code.toUpperCase(java.util.Locale.ROOT)) {
            case "PO", "ORAL" -> "oral";
            case "IV" -> "iv";
            case "IM" -> "im";
            case "SC", "SQ" -> "sc";
            case "IH", "INH" -> "inhaled";
            default -> "other";
        };
    }
}
