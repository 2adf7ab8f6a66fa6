package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.ForbiddenTraits;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.LabResult;

/** Results (ORU) and pharmacy orders (RDE, OMP, ORM), as far as a kit prints them. */
final class OrderMessages {

    private static final Set<String> RUNNING =
            Set.of("NW", "XO", "RE", "XR", "XX", "OK", "SN", "CN", "RL", "OR", "RU", "RF");
    private static final Set<String> ENDED = Set.of("CA", "OC", "CR", "DC", "OD", "DR", "HD", "OH", "HR");

    private OrderMessages() {}

    /** Every value under its own order (OBR): a laboratory value, or the report of an imaging exam. */
    static List<CensusFact> results(AdtMessage message, String patient, ZoneId ward, Instant statedAt) {
        List<CensusFact> facts = new ArrayList<>();
        Optional<Segment> order = Optional.empty();
        List<Segment> report = new ArrayList<>();
        for (Segment segment : message.ordered(Set.of("OBR", "OBX"))) {
            if (segment.getName().equals("OBR")) {
                order.flatMap(exam -> ImagingMessages.exam(exam, report, patient, ward))
                        .ifPresent(facts::add);
                order = Optional.of(segment);
                report.clear();
            } else if (order.filter(ImagingMessages::isImaging).isPresent()) {
                report.add(segment);
            } else {
                result(segment, order, patient, ward, statedAt).ifPresent(facts::add);
            }
        }
        order.flatMap(exam -> ImagingMessages.exam(exam, report, patient, ward)).ifPresent(facts::add);
        return facts;
    }

    /** A test with a value that was not withdrawn. */
    private static Optional<CensusFact> result(
            Segment observation, Optional<Segment> order, String patient, ZoneId ward, Instant statedAt) {
        Optional<String> test = AdtBedside.words(observation, 3);
        String kind = AdtMessage.in(observation, 2, 0, 1).orElse("");
        Optional<String> value = AdtMessage.in(observation, 5, 0, 2)
                .filter(text -> kind.matches("CE|CWE"))
                .or(() -> AdtMessage.in(observation, 5, 0, 1));
        boolean holds = !AdtMessage.in(observation, 11, 0, 1).orElse("F").matches("[DWXNI]");
        if (test.isEmpty()
                || value.isEmpty()
                || !holds
                || kind.matches("ED|RP")
                || ForbiddenTraits.isOne(AdtMessage.in(observation, 3, 0, 1).orElse(""), test.get())) {
            return Optional.empty();
        }
        return Optional.of(new CensusFact.ResultKnown(new LabResult(
                patient,
                test.get(),
                AdtMessage.in(observation, 3, 0, 1),
                value.get(),
                AdtMessage.in(observation, 6, 0, 1),
                AdtMessage.in(observation, 7, 0, 1),
                AdtMessage.in(observation, 8, 0, 1).filter(flag -> !flag.equals("N")),
                AdtMessage.in(observation, 14, 0, 1)
                        .or(() -> order.flatMap(o -> AdtMessage.in(o, 7, 0, 1)))
                        .flatMap(stamp -> HapiTime.instant(stamp, ward))
                        .orElse(statedAt))));
    }

    /**
     * Orders of drugs that run (new, changed, resumed) or ended (cancelled, discontinued, on hold; HL7 table 0119).
     *
     * @return empty when no drug is ordered
     */
    static Optional<List<CensusFact>> drugs(AdtMessage message, String patient) {
        List<Segment> encoded = message.all("RXE");
        List<Segment> orders = encoded.isEmpty() ? message.all("RXO") : encoded;
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        List<CensusFact> facts = new ArrayList<>();
        List<Segment> controls = message.all("ORC");
        List<Segment> routes = message.all("RXR");
        for (int i = 0; i < orders.size(); i++) {
            Optional<Segment> control = controls.size() == orders.size()
                    ? Optional.of(controls.get(i))
                    : controls.stream().findFirst();
            String word = control.flatMap(c -> AdtMessage.in(c, 1, 0, 1)).orElse("NW");
            String number = control.flatMap(c -> AdtMessage.in(c, 2, 0, 1).or(() -> AdtMessage.in(c, 3, 0, 1)))
                    .orElse("");
            Optional<Segment> route = routeAt(routes, orders.size(), i);
            Optional<ActiveDrug> drug = encoded.isEmpty()
                    ? requested(orders.get(i), control, route, patient)
                    : encoded(orders.get(i), route, patient);
            if (RUNNING.contains(word)) {
                drug.ifPresent(d -> facts.add(new CensusFact.DrugRunning(d, number)));
            } else if (ENDED.contains(word)) {
                facts.add(new CensusFact.DrugStopped(patient, number, drug.map(ActiveDrug::name)));
            }
        }
        return Optional.of(facts);
    }

    private static Optional<ActiveDrug> encoded(Segment order, Optional<Segment> route, String patient) {
        Optional<String> dose = AdtMessage.in(order, 3, 0, 1).map(amount -> amount.replace('.', ','));
        Optional<String> unit = AdtMessage.in(order, 5, 0, 1);
        DrugTimes times = DrugTimes.of(Optional.of(order), 1);
        return AdtBedside.words(order, 2)
                .map(name -> new ActiveDrug(
                        patient,
                        name,
                        AdtMessage.in(order, 2, 0, 1),
                        dose,
                        unit,
                        routeOf(route),
                        times.printed(),
                        times.plan(together(dose, unit))));
    }

    /** As ordered (RXO), before the pharmacy encoded it. */
    private static Optional<ActiveDrug> requested(
            Segment order, Optional<Segment> control, Optional<Segment> route, String patient) {
        Optional<String> dose = AdtMessage.in(order, 2, 0, 1).map(amount -> amount.replace('.', ','));
        Optional<String> unit = AdtMessage.in(order, 4, 0, 1);
        DrugTimes times = DrugTimes.of(control, 7);
        return AdtBedside.words(order, 1)
                .map(name -> new ActiveDrug(
                        patient,
                        name,
                        AdtMessage.in(order, 1, 0, 1),
                        dose,
                        unit,
                        routeOf(route),
                        times.printed(),
                        times.plan(together(dose, unit))));
    }

    private static Optional<String> together(Optional<String> dose, Optional<String> unit) {
        return dose.flatMap(amount -> unit.map(measure -> amount + " " + measure));
    }

    /** One a drug, or one as requested and one as encoded; anything else does not say whose it is. */
    private static Optional<Segment> routeAt(List<Segment> routes, int orders, int index) {
        if (routes.size() == orders) {
            return Optional.of(routes.get(index));
        }
        return routes.size() == 2 * orders ? Optional.of(routes.get(2 * index + 1)) : Optional.empty();
    }

    private static Optional<String> routeOf(Optional<Segment> route) {
        return route.flatMap(r -> AdtMessage.in(r, 1, 0, 1)).map(OrderMessages::route);
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
