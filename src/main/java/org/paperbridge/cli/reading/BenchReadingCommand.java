package org.paperbridge.cli.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.read.bare.CropRecogniser;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.onnx.OnnxCharacterNet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures reading on handwriting the networks never saw. */
@Command(
        name = "reading",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Accuracy, coverage and silent errors of reading, on handwriting no network was trained on.",
            "Cells that set a threshold are left out. Each column: share accepted, and how many of those are wrong."
        })
public final class BenchReadingCommand implements Callable<Integer> {

    private static final long SEED = 1;

    @Option(
            names = "--sample",
            paramLabel = "FOLDER",
            defaultValue = "test-scans/handwriting",
            description = "committed handwriting (default: ${DEFAULT-VALUE})")
    private Path sample = Path.of("test-scans/handwriting");

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "further labelled images: FOLDER/SET/LABEL/*.png, labels 0-9 and A-Z")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--fields", defaultValue = "500", description = "comb fields of each kind, and boxes of each mark")
    private int fields = 500;

    @Override
    public Integer call() throws IOException {
        List<LabelledCell> cells = new ArrayList<>(LabelledCells.ofSample(sample));
        if (data.isPresent()) {
            cells.addAll(LabelledCells.ofFolder(data.get()));
        }
        try (CharacterNet net = OnnxCharacterNet.shipped()) {
            CropRecogniser recogniser = new CropRecogniser(net, Calibration.shipped());
            System.out.println("## Characters\n");
            System.out.println(CharacterTable.of(recogniser, cells));
            System.out.println("## Comb fields, put together from characters of many people\n");
            System.out.println(new CombTable(recogniser, cells, SEED, fields).table());
        }
        System.out.println("## Tick boxes, drawn\n");
        System.out.println(new TickTable(SEED, fields).table());
        return 0;
    }
}
