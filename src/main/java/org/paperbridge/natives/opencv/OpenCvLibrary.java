package org.paperbridge.natives.opencv;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_aruco;
import org.bytedeco.opencv.global.opencv_bgsegm;
import org.bytedeco.opencv.global.opencv_bioinspired;
import org.bytedeco.opencv.global.opencv_dnn_superres;
import org.bytedeco.opencv.global.opencv_face;
import org.bytedeco.opencv.global.opencv_img_hash;
import org.bytedeco.opencv.global.opencv_plot;
import org.bytedeco.opencv.global.opencv_saliency;
import org.bytedeco.opencv.global.opencv_structured_light;
import org.bytedeco.opencv.global.opencv_text;
import org.bytedeco.opencv.global.opencv_tracking;
import org.bytedeco.opencv.global.opencv_wechat_qrcode;
import org.bytedeco.opencv.global.opencv_xfeatures2d;
import org.bytedeco.opencv.global.opencv_ximgproc;
import org.bytedeco.opencv.global.opencv_xphoto;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import org.paperbridge.natives.NativeLibraryException;

/**
 * Loads OpenCV's Java interface with one thread per call.
 *
 * <p>{@code Loader.load(opencv_java.class)} also loads OpenCV's windows, and with them GTK, which a server has not.
 * These are the modules that {@code libopencv_java} itself is linked to; each brings those below it.
 */
public final class OpenCvLibrary {

    private static final List<Class<?>> MODULES = List.of(
            opencv_aruco.class,
            opencv_bgsegm.class,
            opencv_bioinspired.class,
            opencv_dnn_superres.class,
            opencv_face.class,
            opencv_img_hash.class,
            opencv_plot.class,
            opencv_saliency.class,
            opencv_structured_light.class,
            opencv_text.class,
            opencv_tracking.class,
            opencv_wechat_qrcode.class,
            opencv_xfeatures2d.class,
            opencv_ximgproc.class,
            opencv_xphoto.class);

    private static boolean loaded;

    private OpenCvLibrary() {}

    /** @throws NativeLibraryException when it does not run here */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            MODULES.forEach(Loader::load);
            String name = Loader.getPlatform() + "/" + System.mapLibraryName("opencv_java");
            File library = Loader.cacheResource(opencv_java.class, name);
            if (library == null) {
                throw new IOException("no " + name);
            }
            System.load(library.getPath());
            Core.setNumThreads(1);
            loaded = true;
        } catch (IOException | LinkageError e) {
            throw new NativeLibraryException("OpenCV", e);
        }
    }
}
