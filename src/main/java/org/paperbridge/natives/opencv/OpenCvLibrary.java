package org.paperbridge.natives.opencv;

import java.io.File;
import java.io.IOException;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.opencv.opencv_java;
import org.opencv.core.Core;
import org.paperbridge.natives.NativeLibraryException;

/**
 * Loads OpenCV's Java interface with one thread per call.
 *
 * <p>{@code Loader.load(opencv_java.class)} also loads OpenCV's windows, and with them GTK, which a server has not. These
 * are the libraries that {@code libopencv_java} itself is linked to, each after those that it needs.
 */
public final class OpenCvLibrary {

    private static final String VERSION = ".413";
    private static final List<String> MODULES = List.of(
            "core",
            "flann",
            "imgproc",
            "features2d",
            "calib3d",
            "dnn",
            "imgcodecs",
            "videoio",
            "video",
            "ml",
            "objdetect",
            "photo",
            "plot",
            "quality",
            "phase_unwrapping",
            "shape",
            "aruco",
            "bgsegm",
            "bioinspired",
            "dnn_superres",
            "face",
            "img_hash",
            "saliency",
            "structured_light",
            "text",
            "tracking",
            "wechat_qrcode",
            "xfeatures2d",
            "ximgproc",
            "xphoto");

    private static boolean loaded;

    private OpenCvLibrary() {}

    /** @throws NativeLibraryException when it does not run here */
    public static synchronized void load() {
        if (loaded) {
            return;
        }
        try {
            Loader.load(openblas.class);
            for (String module : MODULES) {
                load(System.mapLibraryName("opencv_" + module) + VERSION);
            }
            load(System.mapLibraryName("opencv_java"));
            Core.setNumThreads(1);
            loaded = true;
        } catch (IOException | LinkageError e) {
            throw new NativeLibraryException("OpenCV", e);
        }
    }

    private static void load(String name) throws IOException {
        File library = Loader.cacheResource(opencv_java.class, Loader.getPlatform() + "/" + name);
        if (library == null) {
            throw new IOException("no " + name + " for " + Loader.getPlatform());
        }
        System.load(library.getPath());
    }
}
