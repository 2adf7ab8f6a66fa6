package org.paperbridge.backentry;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Destinations as configured, one block of keys each.
 *
 * <pre>
 * ehr:     {kind: fhir,  url: "https://ehr.example/fhir", token: "…", timeout-seconds: 30}
 * his:     {kind: hl7v2, host: eai.example, port: 2575, tls: false, application: DPI, facility: CH, charset: 8859/15}
 * billing: {kind: csv,   file: /srv/billing/downtime.csv}
 * </pre>
 *
 * @param mistakes everything wrong with the configuration, empty when it may be used
 */
public record Destinations(List<Destination> all, List<String> mistakes) {

    private static final Map<String, Set<String>> KEYS = Map.of(
            "fhir", Set.of("kind", "url", "token", "timeout-seconds"),
            "hl7v2", Set.of("kind", "host", "port", "tls", "application", "facility", "charset", "timeout-seconds"),
            "csv", Set.of("kind", "file"));
    private static final Set<String> CHARSETS = Set.of("8859/15", "8859/1", "UNICODE UTF-8");

    public Destinations {
        all = List.copyOf(all);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Reads every block and lists every mistake.
     *
     * @param blocks by destination name
     */
    public static Destinations of(Map<String, Map<String, String>> blocks) {
        List<Destination> all = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        new LinkedHashMap<>(blocks).forEach((name, keys) -> {
            Block block = new Block(name, keys, mistakes);
            block.read().ifPresent(all::add);
        });
        return new Destinations(all, mistakes);
    }

    private record Block(String name, Map<String, String> keys, List<String> mistakes) {

        Optional<Destination> read() {
            int before = mistakes.size();
            String kind = keys.getOrDefault("kind", "");
            if (!KEYS.containsKey(kind)) {
                mistakes.add(name + ": kind must be fhir, hl7v2 or csv, not '" + kind + "'");
                return Optional.empty();
            }
            keys.keySet().stream()
                    .filter(key -> !KEYS.getOrDefault(kind, Set.of()).contains(key))
                    .sorted()
                    .forEach(key -> mistakes.add(name + ": unknown key '" + key + "'"));
            Destination destination = switch (kind) {
                case "fhir" -> new Destination.Fhir(name, url(), Optional.ofNullable(keys.get("token")), timeout());
                case "hl7v2" ->
                    new Destination.Hl7v2(
                            name,
                            needed("host"),
                            (int) number("port", "", 1, 65535),
                            Boolean.parseBoolean(keys.getOrDefault("tls", "false")),
                            keys.getOrDefault("application", ""),
                            keys.getOrDefault("facility", ""),
                            charset(),
                            timeout());
                default -> new Destination.Csv(name, file());
            };
            return mistakes.size() == before ? Optional.of(destination) : Optional.empty();
        }

        private String needed(String key) {
            String value = keys.getOrDefault(key, "").trim();
            if (value.isEmpty()) {
                mistakes.add(name + ": " + key + " is missing");
            }
            return value;
        }

        private URI url() {
            String text = needed("url");
            if (!text.isEmpty() && !text.matches("https?://[^\\s]+")) {
                mistakes.add(name + ": url must begin with http:// or https://");
            }
            return text.matches("https?://[^\\s]+") ? URI.create(text.replaceAll("/+$", "")) : URI.create("");
        }

        private Path file() {
            try {
                return Path.of(needed("file"));
            } catch (InvalidPathException e) {
                mistakes.add(name + ": file is not a path");
                return Path.of("");
            }
        }

        private String charset() {
            String charset = keys.getOrDefault("charset", "8859/15");
            if (!CHARSETS.contains(charset)) {
                mistakes.add(name + ": charset must be 8859/15, 8859/1 or UNICODE UTF-8");
            }
            return charset;
        }

        private Duration timeout() {
            return Duration.ofSeconds(number("timeout-seconds", "30", 1, 600));
        }

        private long number(String key, String otherwise, int min, int max) {
            String text = keys.getOrDefault(key, otherwise);
            if (text.matches("\\d{1,6}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
                return Integer.parseInt(text);
            }
            mistakes.add(name + ": " + key + " must be a whole number from " + min + " to " + max);
            return min;
        }
    }
}
