package org.paperbridge.natives.openjpeg;

import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.paperbridge.natives.NativeLibraryException;

/** Unpacks and loads Leptonica's library once. */
final class Loaded {

    private static final String RESOURCE = "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";

    private static @Nullable File file;
    private static @Nullable OpenJpeg openJpeg;

    private Loaded() {}

    static synchronized OpenJpeg get() {
        OpenJpeg library = openJpeg;
        if (library == null) {
            try {
                library = Native.load(file().getPath(), OpenJpeg.class, Map.of());
            } catch (IOException | LinkageError e) {
                throw new NativeLibraryException("OpenJPEG", e);
            }
            openJpeg = library;
        }
        return library;
    }

    /** In a folder of JNA's, which takes it away when this Java machine ends. */
    static synchronized File file() throws IOException {
        File unpacked = file;
        if (unpacked == null) {
            unpacked = Native.extractFromResourcePath(RESOURCE, Loaded.class.getClassLoader());
            file = unpacked;
        }
        return unpacked;
    }
}
