package org.paperbridge.read.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.Norm28;

/** The shipped character network: one batched call a page, one thread, because workers already fill the cores. */
public final class OnnxCharacterNet implements CharacterNet {

    private static final String RESOURCE = "/models/characters.onnx";
    private static final int PIXELS = Norm28.SIDE * Norm28.SIDE;

    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxCharacterNet(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /** @throws org.paperbridge.natives.NativeLibraryException when ONNX Runtime does not run here */
    public static OnnxCharacterNet shipped() {
        return new OnnxCharacterNet(
                OnnxRuntime.environment(), OnnxRuntime.session(OnnxRuntime.resource(RESOURCE), RESOURCE));
    }

    @Override
    public float[][] outputs(List<GreyCrop> normalised) {
        if (normalised.isEmpty()) {
            return new float[0][];
        }
        FloatBuffer pixels = FloatBuffer.allocate(normalised.size() * PIXELS);
        for (GreyCrop crop : normalised) {
            for (byte value : crop.values()) {
                pixels.put((value & 0xff) / 255f);
            }
        }
        pixels.flip();
        long[] shape = {normalised.size(), 1, Norm28.SIDE, Norm28.SIDE};
        try (OnnxTensor images = OnnxTensor.createTensor(environment, pixels, shape);
                OrtSession.Result result = session.run(Map.of("images", images))) {
            return (float[][]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalStateException("The character network failed on " + normalised.size() + " cells", e);
        }
    }

    @Override
    public void close() {
        OnnxRuntime.close(session);
    }
}
