package org.paperbridge.publish.jipp;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** IPP requests over HTTP (RFC 8010, 4), each answered before the next is sent. */
final class IppExchange {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    /** A printer may warm up or take in a whole document before it answers. */
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final HttpClient http;
    private final URI address;

    /**
     * @param printer {@code ipp://} or {@code ipps://}
     * @param certificate SHA-256 of the only certificate that is trusted, hex; absent: those this Java trusts
     */
    IppExchange(URI printer, Optional<String> certificate) {
        boolean secure = printer.getScheme().equals("ipps");
        int port = printer.getPort() < 0 ? 631 : printer.getPort();
        this.address = URI.create((secure ? "https" : "http") + "://" + printer.getHost() + ":" + port
                + (printer.getRawPath() == null ? "/" : printer.getRawPath()));
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        certificate.ifPresent(fingerprint -> builder.sslContext(trusting(fingerprint)));
        this.http = builder.build();
    }

    /** @param document follows the request; empty when there is none */
    IppPacket send(IppPacket request, byte[] document) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try (IppOutputStream out = new IppOutputStream(head)) {
            out.write(request);
        }
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/ipp")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head.toByteArray()), BodyPublishers.ofByteArray(document)))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(post, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("HTTP status " + answer.statusCode());
            }
            try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(answer.body()))) {
                return in.readPacket();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", e);
        }
    }

    private static SSLContext trusting(String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedCertificate(fingerprint)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has TLS", e);
        }
    }
}
