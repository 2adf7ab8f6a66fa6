package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.delivery.DestinationCounts;
import org.paperbridge.validation.delivery.ParkedDelivery;
import org.paperbridge.web.view.Ages;
import org.paperbridge.web.view.ParkedLine;
import org.paperbridge.web.view.Words;

/** What arrived where, and what a supervisor does about the rest. */
final class DeliveryPages {

    private static final int MOST = 200;
    private static final int CROP_WIDTH_PX = 600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final WebPorts ports;
    private final ZoneId ward;

    DeliveryPages(WebPorts ports, ZoneId ward) {
        this.ports = ports;
        this.ward = ward;
    }

    void show(Visit visit) {
        boolean acts = visit.account().roles().contains(Role.SUPERVISOR);
        List<ParkedDelivery> parked = acts ? ports.deliveries().listParked(MOST) : List.of();
        ports.audit()
                .append(
                        visit.who(),
                        "view-deliveries",
                        "deliveries",
                        Map.of(
                                "records",
                                parked.stream().map(d -> d.record().id()).collect(Collectors.joining(" "))));
        Map<String, Object> values = new HashMap<>();
        values.put(
                "destinations",
                ports.deliveries().count().stream()
                        .map(d -> describe(d, visit.words()))
                        .toList());
        values.put("groups", groups(parked, visit.words()));
        values.put("cut", parked.size() == MOST);
        values.put("acts", acts);
        values.put(
                "done",
                Optional.ofNullable(visit.http().queryParam("done"))
                        .filter(d -> d.matches("sent|by-hand|none|paused|resumed"))
                        .map(d -> visit.words().say("deliveries.done-" + d))
                        .orElse(""));
        visit.show("deliveries", values);
    }

    void act(Visit visit) {
        String destination = visit.sent("destination");
        String done = switch (visit.sent("what")) {
            case "resend-all" ->
                ports.deliveries().resend(destination, visit.sent("reason"), visit.who()) > 0 ? "sent" : "none";
            case "resend" -> ports.deliveries().resend(position(visit), visit.who()) ? "sent" : "none";
            case "by-hand" -> ports.deliveries().enteredByHand(position(visit), visit.who()) ? "by-hand" : "none";
            case "pause" -> {
                ports.deliveries().pause(destination, visit.who());
                yield "paused";
            }
            case "resume" -> {
                ports.deliveries().resume(destination, visit.who());
                yield "resumed";
            }
            default -> "none";
        };
        visit.http().redirect("/deliveries?done=" + done, HttpStatus.SEE_OTHER);
    }

    /** The picture of one field of a parked record. */
    void picture(Visit visit) {
        Optional<byte[]> png = ports.deliveries()
                .findParked(position(visit.http().pathParam("position")))
                .flatMap(d ->
                        ports.crops().findCrop(d.record().proof(), visit.http().pathParam("field"), CROP_WIDTH_PX));
        if (png.isPresent()) {
            visit.http().contentType("image/png").result(png.get());
        } else {
            visit.http().status(HttpStatus.NOT_FOUND);
        }
    }

    private Map<String, Object> describe(DestinationCounts counts, Words words) {
        Map<String, Object> line = new HashMap<>();
        line.put("name", counts.destination());
        line.put("waiting", counts.waiting());
        line.put("acknowledged", counts.acknowledged());
        line.put("parked", counts.parked());
        line.put("byHand", counts.byHand());
        line.put("all", counts.waiting() + counts.acknowledged() + counts.parked() + counts.byHand());
        line.put("settled", counts.acknowledged() + counts.byHand());
        line.put("paused", counts.pause().isPresent());
        line.put("state", state(counts, words));
        line.put("trouble", counts.trouble().isPresent() && counts.pause().isEmpty());
        return line;
    }

    private String state(DestinationCounts counts, Words words) {
        if (counts.pause().isPresent()) {
            DestinationCounts.Pause pause = counts.pause().get();
            return words.say(
                    "deliveries.paused-by",
                    pause.person(),
                    Ages.say(pause.since(), ports.clock().instant(), words));
        }
        if (counts.trouble().isPresent()) {
            String why = words.sayMachineWord("delivery", counts.trouble().get());
            return counts.triedAgainAt()
                    .map(at -> why + " " + words.say("deliveries.tried-again", TIME.format(at.atZone(ward))))
                    .orElse(why);
        }
        return words.say(counts.waiting() > 0 ? "deliveries.sending" : "deliveries.all-sent");
    }

    /** By destination and reason, since one remedy serves them all. */
    private List<Map<String, Object>> groups(List<ParkedDelivery> parked, Words words) {
        Census census = ports.census().get();
        Map<List<String>, List<ParkedDelivery>> byReason = new LinkedHashMap<>();
        parked.forEach(d -> byReason.computeIfAbsent(List.of(d.destination(), d.reason()), k -> new ArrayList<>())
                .add(d));
        List<Map<String, Object>> groups = new ArrayList<>();
        byReason.forEach((key, some) -> {
            Map<String, Object> group = new HashMap<>();
            group.put("destination", key.getFirst());
            group.put("reason", key.getLast());
            group.put("why", words.sayMachineWord("delivery", key.getLast()));
            group.put("remedy", words.sayMachineWord("delivery-remedy", key.getLast()));
            group.put("mayBeResent", some.getFirst().mayBeResent());
            group.put("count", some.size());
            group.put(
                    "lines",
                    some.stream()
                            .map(d -> ParkedLine.of(d, ports.forms(), census, words, ward))
                            .toList());
            groups.add(group);
        });
        return groups;
    }

    private static long position(Visit visit) {
        return position(visit.sent("position"));
    }

    /** -1 for what is no number. */
    private static long position(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
