package org.paperbridge.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Whether a file has the end its format asks for, or whoever writes it may still be at it. */
public enum FileEnd {
    THERE,
    MISSING,
    /** Of a single picture. */
    MISSING_OF_PICTURE;

    /** Readers of PDF look for the end mark in so many bytes. */
    private static final int TAIL_BYTES = 1024;

    private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};
    private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);

    /** A file of a kind we do not know has no end to wait for. */
    public static FileEnd of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            byte[] head = read(channel, 0, FileKind.HEAD_BYTES);
            byte[] tail = read(channel, Math.max(0, channel.size() - TAIL_BYTES), TAIL_BYTES);
            Optional<FileKind> kind = FileKind.of(head);
            if (kind.isEmpty()) {
                return THERE;
            }
            return switch (kind.get()) {
                case PDF -> contains(tail, PDF_END) ? THERE : MISSING;
                case TIFF -> hasDirectory(head, channel.size()) ? THERE : MISSING;
                case JPEG, JPEG_2000 -> contains(tail, JPEG_END) ? THERE : MISSING_OF_PICTURE;
                case PNG -> contains(tail, PNG_END) ? THERE : MISSING_OF_PICTURE;
            };
        }
    }

    /** Writers of TIFF put the first directory in last, or where the head says it will be. */
    private static boolean hasDirectory(byte[] head, long size) {
        if (head.length < 8) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.wrap(head);
        buffer.order(head[0] == 'I' ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        long first = Integer.toUnsignedLong(buffer.getInt(4));
        return first >= 8 && first < size;
    }

    private static byte[] read(SeekableByteChannel channel, long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
