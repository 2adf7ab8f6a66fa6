package org.paperbridge.read.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return new OnnxCharacterNet(OnnxRuntime.environment(), OnnxRuntime.session(bytes(), RESOURCE));
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
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The character network cannot be closed", e);
        }
    }

    private static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(OnnxCharacterNet.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
