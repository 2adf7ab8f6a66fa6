package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.source.DeskLine;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.Uploads;
import org.paperbridge.validation.account.Role;
import org.paperbridge.web.view.Ages;

/** Hands in files from a browser or a phone, and starts scanners. */
final class ScanPage {

    private static final int LONGEST_NAME = 200;

    private final WebPorts ports;

    ScanPage(WebPorts ports) {
        this.ports = ports;
    }

    void show(Visit visit) {
        List<Map<String, Object>> lines = ports.scanners().lines().stream()
                .map(l -> Map.<String, Object>of(
                        "name", l.source().name(),
                        "title", visit.words().pick(l.titles(), l.source().name()),
                        "settings", settings(visit, l.source().profile().scan()),
                        "state", l.state(),
                        "text", text(visit, l),
                        "asked", l.source().kind().isAsked()))
                .toList();
        visit.show(
                "scan",
                Map.of("lines", lines, "mayScan", visit.account().roles().contains(Role.REVIEWER)));
    }

    /** One file, as the body of the request; it streams through to the store. */
    void keep(Visit visit) throws IOException {
        String name = URLDecoder.decode(
                Optional.ofNullable(visit.http().header("X-File-Name")).orElse("upload"), StandardCharsets.UTF_8);
        try (InputStream body = visit.http().bodyInputStream()) {
            Uploads.Answer answer =
                    ports.uploads().keep(body, name.substring(0, Math.min(name.length(), LONGEST_NAME)), length(visit));
            String word = answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
            // a browser that is answered before it has sent all takes it for a broken line
            body.transferTo(OutputStream.nullOutputStream());
            boolean safe = answer == Uploads.Answer.KEPT || answer == Uploads.Answer.KNOWN;
            ports.audit().append(visit.who(), "upload", word, Map.of());
            visit.answer(Map.of("safe", safe, "text", visit.words().say("upload." + word)));
        } catch (NotKeptException e) {
            visit.refuse(HttpStatus.INSUFFICIENT_STORAGE, "scan.not-kept");
        }
    }

    private static long length(Visit visit) {
        String text = Optional.ofNullable(visit.http().header("Content-Length")).orElse("");
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1;
    }

    void devices(Visit visit) {
        visit.answer(Map.of(
                "devices",
                ports.scanners().lines().stream()
                        .map(l -> Map.<String, Object>of(
                                "source", l.source().name(), "state", l.state(), "text", text(visit, l)))
                        .toList()));
    }

    void start(Visit visit) {
        String source = visit.sent("source");
        if (ports.scanners().start(source)) {
            ports.audit().append(visit.who(), "scan", source, Map.of());
            devices(visit);
        } else {
            visit.refuse(HttpStatus.CONFLICT, "trouble.busy");
        }
    }

    void stop(Visit visit) {
        ports.scanners().cancel(visit.sent("source"));
        devices(visit);
    }

    private String text(Visit visit, DeskLine line) {
        String count = visit.words().say("desk.files", line.files());
        String trouble = line.trouble()
                .map(t -> visit.words().sayMachineWord("trouble", t))
                .orElse("");
        return switch (line.state()) {
            case "scanning" -> visit.words().say("desk.scanning", line.files());
            case "done" -> visit.words().say("desk.done", line.files());
            case "stopped" ->
                line.files() == 0 ? trouble : trouble + " " + visit.words().say("desk.safe", line.files());
            default -> {
                String last = line.last()
                        .map(at -> count + ", " + Ages.say(at, ports.clock().instant(), visit.words()))
                        .orElse(visit.words().say(line.source().kind().isAsked() ? "desk.ready" : "desk.nothing"));
                yield trouble.isEmpty() ? last : trouble;
            }
        };
    }

    private static String settings(Visit visit, ScanSettings scan) {
        return String.join(
                ", ",
                scan.dpi() + " dpi",
                visit.words()
                        .say("desk.colour."
                                + scan.colour().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                visit.words().say(scan.bothSides() ? "desk.both-sides" : "desk.one-side"));
    }
}
