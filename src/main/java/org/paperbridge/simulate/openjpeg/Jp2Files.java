package org.paperbridge.simulate.openjpeg;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.paperbridge.natives.openjpeg.Leptonica;

/** Scans as JPEG 2000, as copiers with "compact PDF" write them. */
public final class Jp2Files {

    private static final double METRES_PER_INCH = 0.0254;
    /** The least that Leptonica writes. */
    private static final int HALVINGS = 6;

    private static final int QUALITY_DB = 40;
    private static final int RESOLUTION_BYTES = 26;

    private Jp2Files() {}

    /** @param dpi written into the file; 0 for none */
    public static byte[] write(BufferedImage scan, int dpi) throws IOException {
        byte[] content = encoded(scan);
        return dpi == 0 ? content : withResolution(content, dpi);
    }

    /** The same without the file around it, as it stands in some PDFs. */
    public static byte[] codeStream(byte[] file) {
        int at = find(file, "jp2c");
        return Arrays.copyOfRange(file, at + 4, file.length);
    }

    private static byte[] encoded(BufferedImage scan) throws IOException {
        Leptonica leptonica = Leptonica.load();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(scan, "png", png);
        Pointer picture = leptonica.pixReadMem(png.toByteArray(), png.size());
        if (picture == null) {
            throw new IOException("Leptonica cannot read the picture");
        }
        PointerByReference content = new PointerByReference();
        NativeLongByReference size = new NativeLongByReference();
        try {
            if (leptonica.pixWriteMemJp2k(content, size, picture, QUALITY_DB, HALVINGS, 0, 0) != 0) {
                throw new IOException("Leptonica cannot write JPEG 2000");
            }
            return content.getValue().getByteArray(0, size.getValue().intValue());
        } finally {
            leptonica.pixDestroy(new PointerByReference(picture));
            leptonica.lept_free(content.getValue());
        }
    }

    /** A box of the captured resolution, last in the header. */
    private static byte[] withResolution(byte[] file, int dpi) {
        int header = find(file, "jp2h") - 4;
        ByteBuffer in = ByteBuffer.wrap(file);
        int end = header + in.getInt(header);
        in.putInt(header, in.getInt(header) + RESOLUTION_BYTES);
        short perMetre = (short) Math.round(dpi / METRES_PER_INCH);
        ByteBuffer out = ByteBuffer.allocate(file.length + RESOLUTION_BYTES).put(file, 0, end);
        out.putInt(RESOLUTION_BYTES).put("res ".getBytes(StandardCharsets.US_ASCII));
        out.putInt(RESOLUTION_BYTES - 8).put("resc".getBytes(StandardCharsets.US_ASCII));
        out.putShort(perMetre).putShort((short) 1).putShort(perMetre).putShort((short) 1);
        out.put((byte) 0).put((byte) 0);
        return out.put(file, end, file.length - end).array();
    }

    private static int find(byte[] file, String box) {
        byte[] name = box.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i + 4 <= file.length; i++) {
            if (Arrays.equals(file, i, i + 4, name, 0, 4)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No box " + box);
    }
}
