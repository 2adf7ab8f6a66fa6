package org.paperbridge.read.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.line.CtcOutput;
import org.paperbridge.read.line.LineCrop;
import org.paperbridge.read.line.LineNetwork;

/**
 * The shipped line network: handwriting with French accents, trained by {@code src/training}. What it reads is a hint for
 * a person and never accepted.
 */
public final class OnnxLineNet implements LineNetwork {

    private static final String MODEL = "/models/lines.onnx";
    private static final String CHARACTERS = "/models/lines.txt";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String characters;

    private OnnxLineNet(OrtEnvironment environment, OrtSession session, String characters) {
        this.environment = environment;
        this.session = session;
        this.characters = characters;
    }

    /** @throws org.paperbridge.natives.NativeLibraryException when ONNX Runtime does not run here */
    public static OnnxLineNet shipped() {
        String characters = new String(OnnxRuntime.resource(CHARACTERS), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElseThrow();
        return new OnnxLineNet(
                OnnxRuntime.environment(), OnnxRuntime.session(OnnxRuntime.resource(MODEL), MODEL), characters);
    }

    @Override
    public CtcOutput output(GreyCrop grey) {
        GreyCrop line = LineCrop.of(grey);
        FloatBuffer ink = FloatBuffer.allocate(line.width() * line.height());
        for (byte value : line.values()) {
            ink.put(1 - (value & 0xff) / 255f);
        }
        ink.flip();
        long[] shape = {1, 1, line.height(), line.width()};
        try (OnnxTensor images = OnnxTensor.createTensor(environment, ink, shape);
                OrtSession.Result result = session.run(Map.of("images", images))) {
            return new CtcOutput(
                    characters, widened(((float[][][]) result.get(0).getValue())[0]));
        } catch (OrtException e) {
            throw new IllegalStateException("The line network failed on " + line.width() + " px", e);
        }
    }

    @Override
    public void close() {
        OnnxRuntime.close(session);
    }

    private static double[][] widened(float[][] steps) {
        double[][] logs = new double[steps.length][];
        for (int t = 0; t < steps.length; t++) {
            logs[t] = new double[steps[t].length];
            for (int c = 0; c < steps[t].length; c++) {
                logs[t][c] = steps[t][c];
            }
        }
        return logs;
    }
}
