package org.paperbridge.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.intake.imageio.PictureFile;
import org.paperbridge.intake.opencv.SinglePicture;
import org.paperbridge.intake.pdfbox.PdfFile;

/** Opens what a scanner delivered: PDF, TIFF, JPEG, PNG. */
public final class DeliveredFiles {

    private DeliveredFiles() {}

    /**
     * Opens a file's bytes.
     *
     * @throws UndecodableException saying why it cannot be used
     */
    public static DeliveredFile open(byte[] content) {
        if (content.length == 0) {
            throw new UndecodableException(Reason.EMPTY);
        }
        FileKind kind = FileKind.of(Arrays.copyOf(content, Math.min(content.length, FileKind.HEAD_BYTES)))
                .orElseThrow(() -> new UndecodableException(Reason.NOT_AN_IMAGE));
        return switch (kind) {
            case PDF -> PdfFile.open(content);
            case TIFF -> PictureFile.open(content);
            case JPEG, PNG -> SinglePicture.open(content);
        };
    }

    /** Opens a file on disk; a PDF is read piece by piece, so that ten thousand pages need no more memory than one. */
    public static DeliveredFile open(Path file) throws IOException {
        byte[] head = new byte[FileKind.HEAD_BYTES];
        int read;
        try (java.io.InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(head, 0, head.length);
        }
        boolean pdf = FileKind.of(Arrays.copyOf(head, read)).stream().anyMatch(k -> k == FileKind.PDF);
        return pdf ? PdfFile.open(file) : open(Files.readAllBytes(file));
    }
}
