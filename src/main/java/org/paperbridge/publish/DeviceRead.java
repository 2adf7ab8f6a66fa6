package org.paperbridge.publish;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a file from the device itself, past the memory of the system: what was just written to a bad stick reads back
 * well from memory. Where the file system cannot do that (FUSE, network, memory), it is read in the usual way.
 */
final class DeviceRead {

    /** A multiple of every usual block size. */
    private static final int BUFFER = 1 << 20;

    private DeviceRead() {}

    /** Hex. */
    static String sha256(Path file) throws IOException {
        int block = (int) Math.max(512, Math.min(Files.getFileStore(file).getBlockSize(), 1 << 16));
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER + block).alignedSlice(block);
        buffer.limit(BUFFER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, ExtendedOpenOption.DIRECT)) {
            return digest(channel, buffer);
        } catch (UnsupportedOperationException | IOException e) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return digest(channel, buffer);
            }
        }
    }

    private static String digest(FileChannel channel, ByteBuffer buffer) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            buffer.clear().limit(BUFFER);
            while (channel.read(buffer) > 0) {
                digest.update(buffer.flip());
                buffer.clear().limit(BUFFER);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
