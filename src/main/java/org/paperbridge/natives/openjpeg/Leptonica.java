package org.paperbridge.natives.openjpeg;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paperbridge.natives.NativeLibraryException;

/** What is called of Leptonica to write JPEG 2000, under its own names, see allheaders.h. */
public interface Leptonica extends Library {

    /** A picture of the bytes of a PNG; none when it cannot be read. */
    @Nullable
    Pointer pixReadMem(byte[] content, long bytes);

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
