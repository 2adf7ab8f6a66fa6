package org.paperbridge.intake;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.intake.imageio.PictureFile;
import org.paperbridge.intake.opencv.SinglePicture;
import org.paperbridge.intake.openjpeg.Jp2Picture;
import org.paperbridge.intake.pdfbox.PdfFile;

/** Opens what a scanner delivered: PDF, TIFF, JPEG, PNG, JPEG 2000. */
public final class DeliveredFiles {

    /** A single picture is held in memory; the largest that a scanner makes is a fraction of this. */
    private static final long LARGEST_PICTURE_BYTES = 1 << 28;

    /** So many first bytes tell what a file is. */
    public static final int HEAD_BYTES = FileKind.HEAD_BYTES;

    private DeliveredFiles() {}

    /**
     * Whether a file may hold scans.
     *
     * @param head its first {@link #HEAD_BYTES} bytes, fewer when it is shorter
     */
    public static boolean isKnown(byte[] head) {
        return FileKind.of(head).isPresent();
    }

    /**
     * Opens a file's bytes. PDF and TIFF are read piece by piece, so that ten thousand pages need no more memory than
     * one.
     *
     * @param content closed with the file, or when this throws
     * @throws UndecodableException saying why it cannot be used
     */
    public static DeliveredFile open(SeekableByteChannel content) throws IOException {
        try {
            return openKind(content);
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    public static DeliveredFile open(Path file) throws IOException {
        return open(Files.newByteChannel(file));
    }

    private static DeliveredFile openKind(SeekableByteChannel content) throws IOException {
        if (content.size() == 0) {
            throw new UndecodableException(Reason.EMPTY);
        }
        BufferedChannel channel = new BufferedChannel(content);
        byte[] head = new byte[FileKind.HEAD_BYTES];
        int read = channel.read(0, head, 0, head.length);
        FileKind kind = FileKind.of(Arrays.copyOf(head, Math.max(0, read)))
                .orElseThrow(() -> new UndecodableException(Reason.NOT_AN_IMAGE));
        return switch (kind) {
            case PDF -> PdfFile.open(channel);
            case TIFF -> PictureFile.open(channel);
            case JPEG, PNG -> SinglePicture.open(whole(content));
            case JPEG_2000 -> Jp2Picture.open(whole(content));
        };
    }

    private static byte[] whole(SeekableByteChannel content) throws IOException {
        if (content.size() > LARGEST_PICTURE_BYTES) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
        content.position(0);
        byte[] bytes = Channels.newInputStream(content).readAllBytes();
        content.close();
        return bytes;
    }
}
