package org.paperbridge.intake.opencv;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.imgcodecs.Imgcodecs;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.intake.imageio.PictureFile;
import org.paperbridge.natives.opencv.OpenCvLibrary;

/** JPEG and PNG bytes straight to grey: about twice as fast as through a colour picture. */
public final class StreamDecoder {

    private static final int TAIL_BYTES = 256;

    private static final DamageCheck DAMAGE = DamageCheck.shipped();

    private StreamDecoder() {}

    /**
     * Decodes one picture. Its size must have been checked before: see {@link PictureHeader}.
     *
     * @param dpi 0 when unknown
     */
    public static PageImage decode(byte[] content, double dpi, Set<ScanNote> notes) {
        OpenCvLibrary.load();
        boolean endless = isJpegWithoutEnd(content);
        MatOfByte encoded = new MatOfByte(endless ? ended(content) : content);
        Mat grey = new Mat();
        try {
            grey = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_GRAYSCALE | Imgcodecs.IMREAD_IGNORE_ORIENTATION);
            if (grey.empty()) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            Pixels.checkSize(grey.cols(), grey.rows());
            if (ExifOrientation.isMirrored(content)) {
                Core.flip(grey, grey, 1);
            }
            byte[] pixels = new byte[grey.cols() * grey.rows()];
            grey.get(0, 0, pixels);
            Set<ScanNote> all = notes.isEmpty() ? EnumSet.noneOf(ScanNote.class) : EnumSet.copyOf(notes);
            if (dpi <= 0) {
                all.add(ScanNote.NO_RESOLUTION);
            }
            if (endless) {
                all.add(ScanNote.TRUNCATED);
            }
            if (!endless && isJpeg(content) && DAMAGE.isOn(content)) {
                all.add(ScanNote.DAMAGED);
            }
            return new PageImage(grey.cols(), grey.rows(), pixels, dpi, all);
        } finally {
            encoded.release();
            grey.release();
        }
    }

    /**
     * With the end put there: a reader that says what it misses comes to it too early, or just in time.
     *
     * @throws UndecodableException when more than the end is missing: decoders fill the rest of the page with grey
     */
    private static byte[] ended(byte[] content) {
        byte[] ended = Arrays.copyOf(content, content.length + 2);
        ended[content.length] = (byte) 0xff;
        ended[content.length + 1] = (byte) 0xd9;
        try (PictureFile file = PictureFile.open(ended)) {
            file.decode(0);
        }
        return ended;
    }

    private static boolean isJpeg(byte[] content) {
        return (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8;
    }

    /** Some multifunction printers leave the end marker out; the picture is whole all the same, or it is not. */
    private static boolean isJpegWithoutEnd(byte[] content) {
        if (!isJpeg(content)) {
            return false;
        }
        for (int i = content.length - 2; i >= Math.max(0, content.length - TAIL_BYTES); i--) {
            if ((content[i] & 0xff) == 0xff && (content[i + 1] & 0xff) == 0xd9) {
                return false;
            }
        }
        return true;
    }
}
