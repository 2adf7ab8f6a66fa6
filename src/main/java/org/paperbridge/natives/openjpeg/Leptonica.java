package org.paperbridge.natives.openjpeg;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paperbridge.natives.NativeLibraryException;

/** What is called of Leptonica, under its own names, see allheaders.h. */
public interface Leptonica extends Library {

    /** A picture of the bytes of a PNG; none when it cannot be read. */
    @Nullable
    Pointer pixReadMem(byte[] content, long bytes);

    /**
     * A picture of the bytes of a JPEG; none when it cannot be read.
     *
     * @param halvings 1, 2, 4 or 8: how many times smaller than it is
     * @param warnings how often libjpeg met damage that it painted over
     * @param hint {@link #LUMINANCE}
     */
    @Nullable
    Pointer pixReadMemJpeg(
            byte[] content, long bytes, int withPalette, int halvings, IntByReference warnings, int hint);

    /** L_JPEG_READ_LUMINANCE: no colours. */
    int LUMINANCE = 1;

    /** From this severity on (L_SEVERITY_...) it says on standard error what it meets; 6 for nothing. */
    int setMsgSeverity(int severity);

    /**
     * Returns 0 when it is written.
     *
     * @param quality signal to noise, dB; 0 for no loss
     * @param halvings how often the size can be halved
     */
    int pixWriteMemJp2k(
            PointerByReference content,
            NativeLongByReference bytes,
            Pointer picture,
            int quality,
            int halvings,
            int hint,
            int debug);

    void pixDestroy(PointerByReference picture);

    void lept_free(Pointer memory);

    /** @throws NativeLibraryException when it does not run here */
    static Leptonica load() {
        try {
            return Native.load(Loaded.file().getPath(), Leptonica.class, Map.of());
        } catch (IOException | LinkageError e) {
            throw new NativeLibraryException("Leptonica", e);
        }
    }
}
