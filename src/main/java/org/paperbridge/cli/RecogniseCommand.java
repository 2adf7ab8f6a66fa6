package org.paperbridge.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.read.bare.BareLine;
import org.paperbridge.read.bare.CropReading;
import org.paperbridge.read.bare.CropRecogniser;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.character.CharacterSet;
import org.paperbridge.read.comb.CombGrammar;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.onnx.OnnxCharacterNet;
import org.paperbridge.read.onnx.OnnxLineNet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recognises bare crops, for measuring the networks without pages. */
@Command(
        name = "recognise",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Recognise crops of handwriting: dark ink on light paper, any size.",
            "One line an image. A value that is accepted would need no person by the calibrated thresholds."
        },
        footer = {
            "",
            "Examples:",
            "  paperbridge recognise --kind digit seven.png",
            "  paperbridge recognise --kind comb --cells 8 --alphabet date --json birth.png",
            "  paperbridge recognise --kind line --lexicon drugs.txt --json line.png",
            "",
            "Exit codes: 0 every image was looked at, 1 an image cannot be read, 2 wrong use."
        })
public final class RecogniseCommand implements Callable<Integer> {

    enum Kind {
        DIGIT,
        LETTER,
        COMB,
        TICK,
        LINE
    }

    private static final int ONE_CALL = 256;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    @Option(names = "--kind", required = true, description = "digit, letter, comb, tick or line")
    private Kind kind;

    @Option(
            names = "--alphabet",
            description = "digits, letters, alphanumeric, date, time or decimal; of a comb, or of single characters")
    private Optional<Alphabet> alphabet = Optional.empty();

    @Option(names = "--cells", description = "how many cells the comb has")
    private Optional<Integer> cells = Optional.empty();

    @Option(names = "--check", description = "check digits of the comb: nir, rpps, finess, nhs, gtin or mod97")
    private Optional<CheckRule> check = Optional.empty();

    @Option(names = "--lexicon", paramLabel = "FILE", description = "words the line may hold, one a line, UTF-8")
    private Optional<Path> lexicon = Optional.empty();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "PNG, JPEG, TIFF, BMP or GIF")
    private List<Path> images = List.of();

    private int unreadable;

    @Override
    public Integer call() throws IOException {
        if (kind == Kind.COMB && cells.filter(n -> n >= 1 && n <= 64).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--kind comb needs --cells, 1 to 64");
        }
        if (kind == Kind.LINE) {
            lines();
        } else {
            try (CharacterNet net = OnnxCharacterNet.shipped()) {
                crops(new CropRecogniser(net, Calibration.shipped()));
            }
        }
        return unreadable == 0 ? 0 : 1;
    }

    private void crops(CropRecogniser recogniser) {
        if (kind == Kind.DIGIT || kind == Kind.LETTER) {
            for (int i = 0; i < images.size(); i += ONE_CALL) {
                characters(recogniser, images.subList(i, Math.min(images.size(), i + ONE_CALL)));
            }
            return;
        }
        for (Path image : images) {
            crop(image)
                    .ifPresent(grey -> print(
                            image,
                            kind == Kind.TICK
                                    ? recogniser.tick(grey)
                                    : recogniser.comb(
                                            grey,
                                            cells.orElse(1),
                                            CombGrammar.of(alphabet.orElse(Alphabet.DIGITS), check))));
        }
    }

    private void characters(CropRecogniser recogniser, List<Path> some) {
        CharacterSet set =
                alphabet.map(CharacterSet::of).orElse(kind == Kind.DIGIT ? CharacterSet.DIGITS : CharacterSet.LETTERS);
        List<Optional<GreyCrop>> crops = some.stream().map(this::crop).toList();
        List<CropReading> readings =
                recogniser.characters(crops.stream().flatMap(Optional::stream).toList(), set);
        int next = 0;
        for (int i = 0; i < some.size(); i++) {
            if (crops.get(i).isPresent()) {
                print(some.get(i), readings.get(next++));
            }
        }
    }

    private void lines() throws IOException {
        List<String> words = lexicon.isPresent() ? Files.readAllLines(lexicon.get()) : List.of();
        try (OnnxLineNet network = OnnxLineNet.shipped()) {
            for (Path image : images) {
                crop(image).ifPresent(grey -> print(image, BareLine.read(network, grey, words)));
            }
        }
    }

    private Optional<GreyCrop> crop(Path image) {
        try {
            return Optional.of(CropFile.read(image));
        } catch (IOException e) {
            unreadable++;
            spec.commandLine().getErr().println(image + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void print(Path image, CropReading reading) {
        if (!json) {
            System.out.printf(
                    Locale.ROOT,
                    "%s\t%s\t%.4f\t%s%n",
                    image,
                    reading.value(),
                    reading.confidence(),
                    reading.accepted() ? "accepted" : "ask");
            return;
        }
        ObjectNode node = new ObjectMapper()
                .createObjectNode()
                .put("image", image.toString())
                .put("value", reading.value())
                .put("confidence", rounded(reading.confidence()))
                .put("accepted", reading.accepted());
        ArrayNode candidates = node.putArray("candidates");
        reading.candidates()
                .forEach(
                        c -> candidates.addObject().put("value", c.value()).put("confidence", rounded(c.confidence())));
        System.out.println(node);
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1e6) / 1e6;
    }
}
