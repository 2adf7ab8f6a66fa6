package org.paperbridge.read.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.bare.CropReading;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.line.CtcOutput;
import org.paperbridge.read.line.LexiconRanking;
import org.paperbridge.read.line.LineCrop;
import org.paperbridge.read.line.LineNetwork;

/**
 * PP-OCRv4's line recogniser (PaddleOCR, Apache-2.0), from the RapidOCR model artifact. It was trained on print and knows
 * no accents; of handwriting it gives hints, which are never accepted without a person.
 */
public final class OnnxLineText implements LineNetwork {

    private static final String MODEL = "/models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String KEYS = "/models/ppocr_keys_v1.txt";
    private static final String WANTED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.,/%'+() ";

    private final OrtEnvironment environment;
    private final OrtSession session;
    /** Column of the network for each of {@link #WANTED}. */
    private final int[] columns;

    private OnnxLineText(OrtEnvironment environment, OrtSession session, int[] columns) {
        this.environment = environment;
        this.session = session;
        this.columns = columns;
    }

    /** @throws org.paperbridge.natives.NativeLibraryException when ONNX Runtime does not run here */
    public static OnnxLineText shipped() {
        return new OnnxLineText(OnnxRuntime.environment(), OnnxRuntime.session(resource(MODEL), MODEL), columns());
    }

    /** The line as a hint: the likeliest of the words, or the letters as seen when there are none. Never accepted. */
    public CropReading read(GreyCrop grey, List<String> words) {
        CtcOutput output = output(grey);
        List<Candidate> candidates = LexiconRanking.rank(output, words);
        if (!candidates.isEmpty()) {
            Candidate best = candidates.getFirst();
            return new CropReading(best.value(), best.confidence(), false, candidates);
        }
        String text = output.text();
        return new CropReading(text, 0, false, text.isEmpty() ? List.of() : List.of(new Candidate(text, 0)));
    }

    @Override
    public CtcOutput output(GreyCrop grey) {
        GreyCrop line = LineCrop.of(grey);
        int pixels = line.width() * line.height();
        FloatBuffer buffer = FloatBuffer.allocate(3 * pixels);
        for (int channel = 0; channel < 3; channel++) {
            for (byte value : line.values()) {
                buffer.put((value & 0xff) / 127.5f - 1);
            }
        }
        buffer.flip();
        long[] shape = {1, 3, line.height(), line.width()};
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor image = OnnxTensor.createTensor(environment, buffer, shape);
                OrtSession.Result result = session.run(Map.of(input, image))) {
            return wanted(((float[][][]) result.get(0).getValue())[0]);
        } catch (OrtException e) {
            throw new IllegalStateException("The line network failed on " + line.width() + " px", e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The line network cannot be closed", e);
        }
    }

    private CtcOutput wanted(float[][] steps) {
        double[][] logs = new double[steps.length][columns.length + 1];
        for (int t = 0; t < steps.length; t++) {
            double sum = steps[t][0];
            for (int column : columns) {
                sum += steps[t][column];
            }
            logs[t][0] = Math.log(steps[t][0] / sum + 1e-9);
            for (int c = 0; c < columns.length; c++) {
                logs[t][c + 1] = Math.log(steps[t][columns[c]] / sum + 1e-9);
            }
        }
        return new CtcOutput(WANTED, logs);
    }

    private static int[] columns() {
        List<String> keys =
                new String(resource(KEYS), StandardCharsets.UTF_8).lines().toList();
        return WANTED.chars()
                .map(c -> c == ' ' ? keys.size() + 1 : keys.indexOf(String.valueOf((char) c)) + 1)
                .toArray();
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(OnnxLineText.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
