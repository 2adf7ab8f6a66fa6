package org.paperbridge.route.census;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.paperbridge.FreePort;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.route.Pipeline;

/** The shipped census routes, quick enough for a test. */
public record RunningSources(Pipeline pipeline, Path feed, int port) implements AutoCloseable {

    static final Path SHIPPED = Path.of("pipeline/census");

    public static RunningSources start(Path feed) throws IOException {
        return start(SHIPPED, feed, Map.of());
    }

    static RunningSources start(Path routes, Path feed, Map<String, String> more) throws IOException {
        int port = FreePort.pick();
        Map<String, String> settings = new HashMap<>(Map.of(
                "mllp.on", "true",
                "mllp.port", String.valueOf(port),
                "files.period", "100",
                "files.quiet", "100",
                "errors.pause", "10"));
        settings.putAll(more);
        return new RunningSources(CensusSources.start(routes, feed, settings, Clock.systemUTC()), feed, port);
    }

    public void drop(String folder, String name, byte[] bytes) throws IOException {
        Path file = feed.resolve("drop").resolve(folder).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        await(() -> !Files.exists(file));
    }

    public CensusLoad load() throws IOException {
        return new CensusReader(ZoneId.of("Europe/Paris"), Clock.systemUTC())
                .read(new FeedFolder(feed, Clock.systemUTC()).files());
    }

    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    static String send(Socket socket, String message, String charset) throws IOException {
        socket.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(Charset.forName(charset)));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int c = in.read(); c != 0x1c; c = in.read()) {
            if (c < 0) {
                throw new IOException("No answer");
            }
            answer.append((char) c);
        }
        in.read();
        return answer.toString();
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen in 30 s");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    static String adt(String number, String charset, String name, String bed) {
        return "MSH|^~\\&|S|H|P|H|20260209040000||ADT^A01|M" + number + "|P|2.5|||||FRA|" + charset
                + "\rEVN|A01|20260209040000\rPID|||" + number + "^^^H^PI||" + name
                + "^^^^^^L\rPV1||I|CARD^" + bed + "||||||||||||||||S" + number + "\r";
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
