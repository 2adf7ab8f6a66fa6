package org.paperbridge.route;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.store.Delivery;
import org.paperbridge.store.Store;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes delivered files: bytes first, then the row; after that the route may move the file. */
public final class OriginalIntake {

    /** Header that says which source a file comes from. */
    public static final String SOURCE = "source";

    private static final Logger LOG = LoggerFactory.getLogger(OriginalIntake.class);
    private static final String SCAN_FOLDER = "scan-folder";

    private final Store store;
    private final Arrivals arrivals;
    private final Map<String, FileNaming> namings;
    private final Clock clock;

    /** @param namings by name of the source; files of others are stacks of their own, but for those in the scan folder */
    public OriginalIntake(Store store, Arrivals arrivals, Map<String, FileNaming> namings, Clock clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.namings = Map.copyOf(namings);
        this.clock = clock;
    }

    /** Told about every file that is safe. */
    @FunctionalInterface
    public interface Arrivals {
        void arrived(String source);
    }

    /** @param file as delivered; stays where it is */
    public String receive(File file) throws IOException {
        return receiveFrom(file, SCAN_FOLDER);
    }

    /**
     * Keeps a file of a folder.
     *
     * @param file stays where it is
     * @throws IOException also when the file changed while it was read: whoever writes it is not done
     */
    public String receiveFrom(File file, @Header(SOURCE) String source) throws IOException {
        Path path = file.toPath();
        try {
            Stamp before = Stamp.of(path);
            StoredObject object;
            try (InputStream in = Files.newInputStream(path)) {
                object = store.objects().put(in);
            }
            if (!Stamp.of(path).equals(before) || object.size() != before.size()) {
                throw new IOException("A delivered file is still being written");
            }
            String folder = Objects.toString(path.toAbsolutePath().getParent());
            note(object, naming(source).of(folder, path.getFileName().toString(), source, before.modified()));
            return Wake.LOOK;
        } catch (FileSystemException e) {
            // The path is left out: file names may name a patient.
            throw new IOException("A delivered file could not be kept: " + e.getReason());
        }
    }

    /**
     * Keeps a file that streams in from another machine; the whole of it, or nothing. Camel closes the stream: closed
     * twice, JSch waits for ever for what will not come.
     */
    public String receiveRemote(Exchange exchange) throws IOException {
        String name = exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, "", String.class);
        long length = exchange.getMessage().getHeader(Exchange.FILE_LENGTH, -1L, Long.class);
        try {
            InputStream in = exchange.getMessage().getMandatoryBody(InputStream.class);
            String source = exchange.getMessage().getHeader(SOURCE, "", String.class);
            String path = exchange.getMessage().getHeader(Exchange.FILE_NAME, name, String.class);
            long made = exchange.getMessage().getHeader(Exchange.FILE_LAST_MODIFIED, clock.millis(), Long.class);
            String folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
            keep(in, naming(source).of(folder, name, source, made), length);
        } catch (org.apache.camel.InvalidPayloadException e) {
            throw new IOException("The file did not come through", e);
        }
        return Wake.LOOK;
    }

    /**
     * Keeps what a stream gives.
     *
     * @param length bytes that must come; -1 when that is not known
     * @return true when these bytes never came before
     * @throws NotKeptException when there is no room
     */
    public boolean keep(InputStream in, String name, String source, long length) throws IOException {
        return keep(in, naming(source).of("", name, source, clock.millis()), length);
    }

    private boolean keep(InputStream in, Delivery delivery, long length) throws IOException {
        Incoming incoming = new Incoming(in);
        StoredObject object;
        try {
            object = store.objects().put(new WholeStream(incoming, length));
        } catch (IOException e) {
            throw incoming.broke() || e instanceof WholeStream.CutOffException ? e : new NotKeptException(e);
        }
        return note(object, delivery);
    }

    private FileNaming naming(String source) {
        return namings.getOrDefault(source, source.equals(SCAN_FOLDER) ? FileNaming.ANY : FileNaming.ALONE);
    }

    private boolean note(StoredObject object, Delivery delivery) {
        String source = delivery.source();
        boolean fresh = store.originals().receive(object, delivery);
        LOG.info(
                "File {} received from {}, {} bytes{}",
                object.sha256().substring(0, 12),
                source,
                object.size(),
                fresh ? "" : "; the same bytes were delivered before");
        arrivals.arrived(source);
        return fresh;
    }

    private record Stamp(long size, long modified) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(now.size(), now.lastModifiedTime().toMillis());
        }
    }
}
