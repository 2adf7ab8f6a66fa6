package org.paperbridge.read.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.paperbridge.natives.NativeLibraryException;

/** Sessions of one thread each: pages are read side by side, not operators. */
final class OnnxRuntime {

    private OnnxRuntime() {}

    /** @throws NativeLibraryException when ONNX Runtime does not run here */
    static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw new NativeLibraryException("ONNX Runtime", e);
        }
    }

    /** @param name the model's, for the message */
    static OrtSession session(byte[] model, String name) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return environment().createSession(model, options);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot load " + name, e);
        }
    }

    /** A file that comes with the product. */
    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(OnnxRuntime.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A network cannot be closed", e);
        }
    }
}
