package org.paperbridge.route.source;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.source.PageScanner;
import org.paperbridge.source.TrustedCertificates;
import org.paperbridge.source.escl.EsclScanner;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.SourceKind;
import org.paperbridge.source.sane.SaneScanner;
import org.paperbridge.source.sane.ScanimageCommand;

/** The scanners that can be asked, ready to be. */
public final class Scanners {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private Scanners() {}

    /** @param home sides under way lie in {@code scanning/} of it */
    public static Map<String, PageScanner> of(List<Source> sources, Path home) {
        return sources.stream()
                .filter(s -> s.kind().isAsked())
                .collect(Collectors.toMap(Source::name, s -> open(s, home)));
    }

    /** One scanner. */
    public static PageScanner open(Source source, Path home) {
        return source.kind() == SourceKind.ESCL
                ? new EsclScanner(client(source), URI.create(source.get("url")), source.name(), EsclScanner.Pace.USUAL)
                : new SaneScanner(
                        new ScanimageCommand(
                                source.get("program"),
                                source.get("device"),
                                source.get("feeder"),
                                source.get("duplex"),
                                source.get("glass"),
                                words(source.get("options"))),
                        home.resolve("scanning").resolve(source.name()),
                        source.name());
    }

    /** HTTP/1.1: many devices stumble over an offer to change to HTTP/2. */
    private static HttpClient client(Source source) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TO_CONNECT);
        Optional.of(source.get("trust-file"))
                .filter(f -> !f.isEmpty())
                .ifPresent(f -> client.sslContext(TrustedCertificates.context(Path.of(f))));
        return client.build();
    }

    private static List<String> words(String options) {
        return options.isBlank() ? List.of() : List.of(options.strip().split(" +"));
    }
}
