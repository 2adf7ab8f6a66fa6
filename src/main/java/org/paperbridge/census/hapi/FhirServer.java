package org.paperbridge.census.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.paperbridge.census.FeedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a FHIR R4 server for who is here, then for what changed, page by page.
 *
 * <p>A round's resources lie in one file of the feed folder, one a line, before the bookmark moves on: a round that
 * breaks is asked for again from its start. One page is in memory at a time.
 */
public final class FhirServer {

    private static final Logger LOG = LoggerFactory.getLogger(FhirServer.class);
    private static final String BOOKMARK = ".fhir-server.since";

    private final FhirContext fhir = FhirContext.forR4();
    private final Path settings;
    private final Path feed;
    private final Clock clock;

    /**
     * @param settings {@code fhir-server.properties}; read at every round
     * @param feed where rounds and the bookmark are kept
     */
    public FhirServer(Path settings, Path feed, Clock clock) {
        this.settings = settings;
        this.feed = feed;
        this.clock = clock;
        fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        fhir.getRestfulClientFactory().setSocketTimeout(60_000);
    }

    /**
     * One round.
     *
     * @return resources kept
     * @throws IOException when the server cannot be asked or the answer cannot be kept; nothing of the round is kept then
     */
    public int pullChanges() throws IOException {
        Properties declared = load();
        Instant began = clock.instant();
        Optional<Instant> since = bookmark();
        List<String> searches = words(declared, since.isPresent() ? "changes" : "first");
        Path part = feed.resolve(".fhir-server.part");
        Files.createDirectories(feed);
        Files.deleteIfExists(part);
        FeedFolder.createPrivate(part);
        IGenericClient client = client(declared);
        int kept = 0;
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            for (String search : searches) {
                kept += search(client, address(search, since, declared), out);
            }
            out.force(true);
        } catch (BaseServerResponseException e) {
            // The message of the server may quote a patient.
            throw new IOException("The FHIR server answered " + e.getStatusCode() + " "
                    + e.getClass().getSimpleName());
        }
        if (kept > 0) {
            String name = "fhir-server-"
                    + began.truncatedTo(ChronoUnit.MILLIS).toString().replaceAll("[^0-9TZ]", "");
            Files.move(part, feed.resolve(name + ".ndjson"), StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.delete(part);
        }
        mark(began);
        LOG.info("The FHIR server had {} resources that are new or changed", kept);
        return kept;
    }

    private int search(IGenericClient client, String address, FileChannel out) throws IOException {
        int kept = 0;
        Bundle page = client.search().byUrl(address).returnBundle(Bundle.class).execute();
        while (true) {
            for (Bundle.BundleEntryComponent entry : page.getEntry()) {
                if (entry.getResource() != null && !(entry.getResource() instanceof OperationOutcome)) {
                    byte[] line = (fhir.newJsonParser().encodeResourceToString(entry.getResource()) + "\n")
                            .getBytes(StandardCharsets.UTF_8);
                    Channels.newOutputStream(out).write(line);
                    kept++;
                }
            }
            Bundle.BundleLinkComponent next = page.getLink(Bundle.LINK_NEXT);
            if (next == null || next.getUrl() == null) {
                return kept;
            }
            if (!sameServer(client.getServerBase(), next.getUrl())) {
                throw new IOException("The FHIR server's next page is on another server; its answer is not followed");
            }
            page = client.loadPage().next(page).execute();
        }
    }

    private static boolean sameServer(String base, String next) {
        URI here = URI.create(base);
        URI there = here.resolve(next);
        return String.valueOf(here.getRawAuthority()).equalsIgnoreCase(String.valueOf(there.getRawAuthority()))
                && String.valueOf(here.getScheme()).equalsIgnoreCase(there.getScheme());
    }

    private static String address(String search, Optional<Instant> since, Properties declared) {
        String joined = search + (search.indexOf('?') < 0 ? "?" : "&") + "_count=" + number(declared, "page", 200);
        return since.map(at -> joined + "&_lastUpdated=ge"
                        + at.minusSeconds(number(declared, "overlap", 600)).truncatedTo(ChronoUnit.SECONDS))
                .orElse(joined);
    }

    private IGenericClient client(Properties declared) throws IOException {
        String base = declared.getProperty("base", "").strip();
        if (!base.toLowerCase(Locale.ROOT).startsWith("http")) {
            throw new IOException(settings + ": base is not an http address");
        }
        IGenericClient client = fhir.newRestfulGenericClient(base);
        String token = declared.getProperty("token-file", "").strip();
        if (!token.isEmpty()) {
            client.registerInterceptor(new BearerTokenAuthInterceptor(
                    Files.readAllLines(Path.of(token)).getFirst().strip()));
        }
        return client;
    }

    private Properties load() throws IOException {
        Properties declared = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            declared.load(reader);
        }
        return declared;
    }

    private static List<String> words(Properties declared, String key) {
        return Arrays.stream(declared.getProperty(key, "").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static int number(Properties declared, String key, int usual) {
        String text = declared.getProperty(key, "").strip();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : usual;
    }

    private Optional<Instant> bookmark() throws IOException {
        Path file = feed.resolve(BOOKMARK);
        return Files.exists(file)
                ? Optional.of(Instant.parse(Files.readString(file).strip()))
                : Optional.empty();
    }

    private void mark(Instant at) throws IOException {
        Path part = feed.resolve(BOOKMARK + ".part");
        Files.writeString(part, at.toString());
        Files.move(part, feed.resolve(BOOKMARK), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
