package org.paperbridge.source.escl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.source.PageKeeper;
import org.paperbridge.source.PageScanner;
import org.paperbridge.source.ScanEnd;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanSettings.Feed;
import org.paperbridge.source.ScanTrouble;
import org.paperbridge.source.ScanWatch;

/**
 * Pulls a stack from a network scanner: Mopria's eSCL, as AirScan and AirPrint scanners speak it. A job is posted, then
 * {@code NextDocument} is read until 404. The next page is asked for only when the one before is kept, so the feeder
 * stops when we do.
 */
public final class EsclScanner implements PageScanner {

    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int UNAVAILABLE = 503;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final URI base;
    private final String name;
    private final Pace pace;

    /**
     * How patient we are.
     *
     * @param answer for one answer to begin; a PDF comes only when the whole stack is through
     * @param retry between two tries while the device says 503
     * @param most tries in a row
     */
    public record Pace(Duration answer, Duration retry, int most) {
        /** Five minutes for a stack to go through; a second between tries, for a minute. */
        public static final Pace USUAL = new Pace(Duration.ofMinutes(5), Duration.ofSeconds(1), 60);
    }

    /**
     * A scanner at an address.
     *
     * @param base e.g. {@code http://10.0.0.7/eSCL}
     * @param name begins the names of its files
     */
    public EsclScanner(HttpClient http, URI base, String name, Pace pace) {
        this.http = http;
        this.base = URI.create(base.toString().replaceAll("/*$", "/"));
        this.name = name;
        this.pace = pace;
    }

    @Override
    public ScanEnd scan(ScanSettings settings, PageKeeper keeper, ScanWatch watch) throws InterruptedException {
        try {
            EsclCapabilities can = EsclCapabilities.of(ask("ScannerCapabilities"), settings);
            if (settings.bothSides() && settings.feed() == Feed.FEEDER && !can.bothSides()) {
                return ScanEnd.stopped(0, ScanTrouble.ONE_SIDED);
            }
            Optional<String> order = EsclJob.of(settings, can);
            if (order.isEmpty()) {
                return ScanEnd.stopped(0, ScanTrouble.CANNOT);
            }
            EsclStatus before = status();
            if (before.trouble().isPresent()) {
                return new ScanEnd(0, before.trouble());
            }
            if (settings.feed() == Feed.FEEDER && before.isFeederEmpty()) {
                return ScanEnd.stopped(0, ScanTrouble.FEEDER_EMPTY);
            }
            HttpResponse<byte[]> created = post(order.get());
            Optional<String> location = created.headers().firstValue("Location");
            if (created.statusCode() != CREATED || location.isEmpty()) {
                return ScanEnd.stopped(0, refusal(created.statusCode()));
            }
            // devices write their own idea of their address into it: only the path is taken
            URI job = base.resolve(base.resolve(location.get()).getRawPath().replaceAll("/*$", "/"));
            return new EsclPull(this, job, settings, keeper, watch).run();
        } catch (SSLException e) {
            return ScanEnd.stopped(0, ScanTrouble.NOT_TRUSTED);
        } catch (IOException e) {
            return ScanEnd.stopped(0, ScanTrouble.UNREACHABLE);
        }
    }

    private ScanTrouble refusal(int code) throws IOException, InterruptedException {
        return switch (code) {
            case 401, 403 -> ScanTrouble.NOT_ALLOWED;
            case CONFLICT, UNAVAILABLE -> status().trouble().orElse(ScanTrouble.BUSY);
            case 400, 415 -> ScanTrouble.CANNOT;
            default -> ScanTrouble.FAILED;
        };
    }

    /** The next side, or the whole file; empty when there is none any more. */
    Optional<InputStream> next(URI job) throws IOException, InterruptedException {
        for (int tries = 0; tries < pace.most(); tries++) {
            HttpResponse<InputStream> answer =
                    http.send(request(job.resolve("NextDocument")).GET().build(), BodyHandlers.ofInputStream());
            switch (answer.statusCode()) {
                case 200 -> {
                    return Optional.of(new PatientStream(answer.body(), pace.answer()));
                }
                case NOT_FOUND, GONE -> {
                    answer.body().close();
                    return Optional.empty();
                }
                case UNAVAILABLE -> {
                    answer.body().close();
                    Thread.sleep(pace.retry());
                }
                default -> {
                    answer.body().close();
                    throw new IOException("NextDocument: " + answer.statusCode());
                }
            }
        }
        throw new IOException("NextDocument: not ready in time");
    }

    EsclStatus status() throws IOException, InterruptedException {
        return EsclStatus.of(ask("ScannerStatus"));
    }

    /** Ends a job at the device; one that ended by itself is gone already. */
    void cancel(URI job) throws InterruptedException {
        try {
            URI path = URI.create(job.toString().replaceAll("/$", ""));
            http.send(request(path).DELETE().build(), BodyHandlers.discarding());
        } catch (IOException e) {
            // The device is gone; so is its job.
            return;
        }
    }

    String fileName(int number, ScanSettings.Format format) {
        return String.format(java.util.Locale.ROOT, "%s-%04d.%s", name, number, format.ending());
    }

    private EsclXml ask(String what) throws IOException, InterruptedException {
        for (int tries = 0; tries < pace.most(); tries++) {
            HttpResponse<byte[]> answer =
                    http.send(request(base.resolve(what)).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return EsclXml.parse(answer.body());
            }
            if (answer.statusCode() != UNAVAILABLE) {
                throw new IOException(what + ": " + answer.statusCode());
            }
            Thread.sleep(pace.retry());
        }
        throw new IOException(what + ": not ready in time");
    }

    private HttpResponse<byte[]> post(String order) throws IOException, InterruptedException {
        HttpRequest request = request(base.resolve("ScanJobs"))
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString(order))
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        for (int tries = 1; tries < pace.most() && answer.statusCode() == UNAVAILABLE; tries++) {
            if (status().trouble().filter(t -> t != ScanTrouble.BUSY).isPresent()) {
                return answer;
            }
            Thread.sleep(pace.retry());
            answer = http.send(request, BodyHandlers.ofByteArray());
        }
        return answer;
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(pace.answer());
    }

    /** Keeps what comes, and tells a broken line from a full disk. */
    static void keep(PageKeeper keeper, InputStream content, String name) throws IOException {
        try (InputStream page = content) {
            keeper.keep(page, name);
        }
    }

    static ScanTrouble kindOf(IOException e) {
        return e instanceof NotKeptException ? ScanTrouble.NOT_KEPT : ScanTrouble.BROKE_OFF;
    }
}
