package org.paperbridge.census;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes HL7 v2 messages over MLLP (0x0B message 0x1C 0x0D) and answers each when its bytes are safe: AA, or AE so that
 * the sender tries again. The bytes are kept as they came, for each message says itself which characters they are.
 */
public final class MllpInlet implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MllpInlet.class);
    private static final int START = 0x0b;
    private static final int END = 0x1c;
    /** No admission message is that long; a stream without an end must not fill the memory. */
    private static final int MOST_BYTES = 8 << 20;

    private static final int IDLE_MS = 10 * 60 * 1000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final ServerSocket server;
    private final Sink sink;
    private final Clock clock;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Keeps a message. */
    @FunctionalInterface
    public interface Sink {
        /** Returns when the bytes are on disk. */
        void keep(byte[] message) throws IOException;
    }

    private MllpInlet(ServerSocket server, Sink sink, Clock clock) {
        this.server = server;
        this.sink = sink;
        this.clock = clock;
    }

    /** @param port 0 for any free one */
    public static MllpInlet open(InetAddress address, int port, Sink sink, Clock clock) throws IOException {
        MllpInlet inlet = new MllpInlet(new ServerSocket(port, 50, address), sink, clock);
        Thread.ofVirtual().name("mllp").start(inlet::accept);
        return inlet;
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("mllp-connection").start(() -> serve(socket));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn(
                            "A connection to the admission feed failed: {}",
                            e.getClass().getSimpleName());
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(IDLE_MS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (byte[] message = next(in); message.length > 0; message = next(in)) {
                out.write(answer(message));
                out.flush();
            }
        } catch (IOException e) {
            LOG.debug(
                    "A sender of the admission feed went away: {}", e.getClass().getSimpleName());
        } finally {
            open.remove(socket);
        }
    }

    /** Empty at the end of the stream; a message cut off by it is dropped, for it was never answered. */
    private static byte[] next(InputStream in) throws IOException {
        int read = in.read();
        while (read >= 0 && read != START) {
            read = in.read();
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (read = in.read(); read >= 0 && read != END; read = in.read()) {
            message.write(read);
            if (message.size() > MOST_BYTES) {
                throw new IOException("Message without an end");
            }
        }
        return read < 0 ? new byte[0] : message.toByteArray();
    }

    private byte[] answer(byte[] message) {
        String header = new String(message, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .map(line -> line.split("\r", 2)[0])
                .orElse("");
        boolean hl7 = header.startsWith("MSH") && header.length() > 8;
        String code = "AR";
        if (hl7) {
            try {
                sink.keep(message);
                code = "AA";
            } catch (IOException e) {
                LOG.warn(
                        "A message could not be kept, the sender will try again: {}",
                        e.getClass().getSimpleName());
                code = "AE";
            }
        }
        String[] fields = hl7 ? header.split(java.util.regex.Pattern.quote(header.substring(3, 4)), -1) : new String[0];
        String control = fields.length > 9 ? fields[9] : "";
        String event =
                fields.length > 8 && fields[8].indexOf('^') > 0 ? fields[8].split("\\^")[1] : "";
        String now = STAMP.format(clock.instant().atZone(ZoneOffset.UTC));
        String ack = "MSH|^~\\&|PAPERBRIDGE||" + (fields.length > 2 ? fields[2] : "") + "||" + now + "+0000||ACK^"
                + event + "|" + control + "|P|2.5\rMSA|" + code + "|" + control + "\r";
        return ("\u000b" + ack + "\u001c\r").getBytes(StandardCharsets.ISO_8859_1);
    }
}
