package org.paperbridge.read.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
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
}
