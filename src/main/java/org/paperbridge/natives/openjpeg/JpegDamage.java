package org.paperbridge.natives.openjpeg;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * Whether the data of a JPEG is damaged. Decoders paint over what they cannot read, with grey or with what stood before,
 * and only libjpeg's count of warnings tells; most of its users, OpenCV among them, keep it to themselves. Reading an
 * eighth of the size goes through all the data and saves the rest of the work.
 */
public final class JpegDamage {

    private static final int EIGHTH = 8;
    private static final int SILENT = 6;

    private final Leptonica leptonica;

    private JpegDamage(Leptonica leptonica) {
        this.leptonica = leptonica;
    }

    /** @throws org.paperbridge.natives.NativeLibraryException when Leptonica does not run here */
    public static JpegDamage load() {
        Leptonica leptonica = Leptonica.load();
        leptonica.setMsgSeverity(SILENT);
        return new JpegDamage(leptonica);
    }

    /** @return true too for a kind of JPEG that cannot be read this way */
    public boolean isOn(byte[] jpeg) {
        IntByReference warnings = new IntByReference();
        Pointer picture = leptonica.pixReadMemJpeg(jpeg, jpeg.length, 0, EIGHTH, warnings, Leptonica.LUMINANCE);
        if (picture == null) {
            return true;
        }
        leptonica.pixDestroy(new PointerByReference(picture));
        return warnings.getValue() > 0;
    }
}
