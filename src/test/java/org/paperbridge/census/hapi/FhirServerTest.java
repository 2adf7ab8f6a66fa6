package org.paperbridge.census.hapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;

/** FEATURE UNDER TEST: a FHIR R4 server is asked over HTTP for who is here, then for what changed. */
final class FhirServerTest {

    private static final String PATIENT = """
            {"resourceType":"Patient","id":"p1","identifier":[{"type":{"coding":[{"code":"PI"}]},"value":"900"}],
             "name":[{"use":"official","family":"DEMO","given":["Zoé"]}]}""";
    private static final String LOCATION = """
            {"resourceType":"Location","id":"l1","name":"Cardiologie","identifier":[{"value":"CARD"}],
             "physicalType":{"coding":[{"code":"wa"}]}}""";
    private static final String STAY = """
            {"resourceType":"Encounter","id":"e1","status":"in-progress","class":{"code":"IMP"},
             "identifier":[{"value":"S900"}],"subject":{"reference":"Patient/p1"},
             "location":[{"location":{"reference":"Location/l1"},"status":"active"}]}""";

    @TempDir
    private Path folder = Path.of("");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/fhir/", this::answer);
        server.start();
        Files.writeString(
                folder.resolve("server.properties"),
                "base = http://127.0.0.1:" + server.getAddress().getPort() + "/fhir\n"
                        + "first = Encounter?status=in-progress Location\nchanges = Encounter Patient\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyPageIsFollowedAndTheNextRoundAsksForChanges() throws IOException {
        FhirServer source = source();

        assertThat(source.pullChanges()).isEqualTo(3);
        CensusLoad load = load();
        assertThat(load.findings()).isEmpty();
        assertThat(Files.getPosixFilePermissions(kept().getFirst()))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(load.census().encounters())
                .singleElement()
                .satisfies(stay -> assertThat(stay.unit()).isEqualTo("CARD"));
        assertThat(load.census().patients())
                .singleElement()
                .satisfies(p -> assertThat(p.given()).containsExactly("Zoé"));
        assertThat(asked).hasSize(3).allSatisfy(q -> assertThat(q).doesNotContain("_lastUpdated"));

        asked.clear();
        source.pullChanges();
        assertThat(asked)
                .isNotEmpty()
                .first()
                .satisfies(q -> assertThat(q).startsWith("/fhir/Encounter").contains("_lastUpdated=ge2026-11-23T02"));
    }

    @Test
    void aRoundThatBreaksKeepsNothingAndIsAskedForAgain() throws IOException {
        FhirServer source = source();
        broken = true;

        assertThatThrownBy(source::pullChanges)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500")
                .hasMessageNotContaining("DEMO");
        assertThat(kept()).isEmpty();

        broken = false;
        asked.clear();
        assertThat(source.pullChanges()).isEqualTo(3);
        assertThat(asked).allSatisfy(q -> assertThat(q).doesNotContain("_lastUpdated"));
    }

    private FhirServer source() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC);
        return new FhirServer(folder.resolve("server.properties"), folder.resolve("feed"), clock);
    }

    private CensusLoad load() throws IOException {
        return new CensusReader(
                        ZoneId.of("Europe/Paris"), Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC))
                .read(kept());
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("feed"))) {
            return files.filter(f -> f.toString().endsWith(".ndjson")).toList();
        }
    }

    /** The first page of stays points to a second one, which holds the patient; it fails while the server is broken. */
    private void answer(HttpExchange http) throws IOException {
        String query = http.getRequestURI().toString();
        asked.add(query);
        String here = "http://127.0.0.1:" + server.getAddress().getPort() + "/fhir/Encounter?page=2";
        boolean second = query.contains("page=2");
        String body = second
                ? bundle("", PATIENT)
                : query.startsWith("/fhir/Encounter") ? bundle(here, STAY) : bundle("", LOCATION);
        boolean failing = second && broken;
        byte[] bytes = (failing ? "DEMO Zoé cannot be read" : body).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().add("Content-Type", failing ? "text/plain" : "application/fhir+json");
        http.sendResponseHeaders(failing ? 500 : 200, bytes.length);
        http.getResponseBody().write(bytes);
        http.close();
    }

    private static String bundle(String next, String resource) {
        String link = next.isEmpty() ? "" : "\"link\":[{\"relation\":\"next\",\"url\":\"" + next + "\"}],";
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"," + link + "\"entry\":[{\"resource\":" + resource
                + "}]}";
    }
}
