package org.paperbridge.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.paperbridge.store.seal.StoreKeys;

/**
 * An encrypted folder. An object is written beside its place, flushed to disk, and moved into place in one step; its
 * name is a keyed hash of its content, so that the folder shows neither content nor whether a known file is in it.
 */
public final class FolderObjectStore implements ObjectStore {

    private static final int NAME_HEX = 40;
    private static final int SHELF_HEX = 2;

    private final Path folder;
    private final Path arriving;
    private final StoreKeys keys;

    /** Opens or creates the folder. */
    public FolderObjectStore(Path folder, StoreKeys keys) throws IOException {
        this.folder = folder;
        this.arriving = folder.resolve("arriving");
        this.keys = keys;
        Files.createDirectories(arriving);
    }

    @Override
    public StoredObject put(InputStream in) throws IOException {
        Path half = Files.createTempFile(arriving, "object", ".part");
        try {
            MessageDigest sha256 = sha256();
            long size;
            String name;
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE);
                    OutputStream sealed = new SealingOutputStream(Channels.newOutputStream(channel), keys.objects())) {
                size = new DigestInputStream(in, sha256).transferTo(sealed);
                name = HexFormat.of().formatHex(sha256.digest());
                ((SealingOutputStream) sealed).finish(name);
                channel.force(true);
            }
            Path place = placeOf(name);
            Path shelf = shelfOf(place);
            Files.createDirectories(shelf);
            if (!Files.exists(place)) {
                moveInOneStep(half, place);
                flushFolder(shelf);
                flushFolder(folder);
            }
            return new StoredObject(name, size);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    @Override
    public SeekableByteChannel open(String sha256) throws IOException {
        FileChannel file = FileChannel.open(placeOf(sha256), StandardOpenOption.READ);
        try {
            return new SealedObjectChannel(file, keys.objects(), sha256);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(placeOf(sha256));
    }

    private Path placeOf(String sha256) {
        byte[] mac = StoreKeys.mac(keys.objects(), ("name " + sha256).getBytes(StandardCharsets.US_ASCII));
        String name = HexFormat.of().formatHex(mac).substring(0, NAME_HEX);
        return folder.resolve(name.substring(0, SHELF_HEX)).resolve(name);
    }

    private Path shelfOf(Path place) {
        return folder.resolve(place.getFileName().toString().substring(0, SHELF_HEX));
    }

    private static void moveInOneStep(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("The object folder must lie on one file system: " + e.getReason(), e);
        }
    }

    /** A rename is on disk only when its folder is. */
    private static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
