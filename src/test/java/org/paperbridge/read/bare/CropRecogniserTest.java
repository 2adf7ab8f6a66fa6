package org.paperbridge.read.bare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.read.HandwritingSample;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.character.CharacterSet;
import org.paperbridge.read.comb.CombGrammar;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.onnx.OnnxCharacterNet;

/** Floors on handwriting the network never saw; the measured values are in the model card. */
final class CropRecogniserTest {

    private static CharacterNet net;
    private static CropRecogniser recogniser;

    @BeforeAll
    static void open() {
        net = OnnxCharacterNet.shipped();
        recogniser = new CropRecogniser(net, Calibration.shipped());
    }

    @AfterAll
    static void close() {
        net.close();
    }

    @ParameterizedTest(name = "{0}: at least {1} right, at least {2} accepted")
    @CsvSource({"mnist, 0.98, 0.85", "semeion, 0.95, 0.70", "isolated-digit, 0.95, 0.80", "isolated-upper, 0.975, 0.60"
    })
    void unseenCharactersAreReadAndHardlyAnyIsSilentlyWrong(String source, double right, double accepted) {
        List<HandwritingSample.Cell> cells = HandwritingSample.all().stream()
                .filter(c -> c.source().equals(source) && c.split().equals("report"))
                .toList();
        CharacterSet set = source.equals("isolated-upper") ? CharacterSet.LETTERS : CharacterSet.DIGITS;

        List<CropReading> readings = recogniser.characters(
                cells.stream().map(HandwritingSample.Cell::grey).toList(), set);

        int hits = 0;
        int taken = 0;
        List<String> silent = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            CropReading reading = readings.get(i);
            boolean hit = reading.value().equals(cells.get(i).label());
            hits += hit ? 1 : 0;
            taken += reading.accepted() ? 1 : 0;
            if (reading.accepted() && !hit) {
                silent.add(cells.get(i).label() + " read as " + reading);
            }
        }
        assertThat((double) hits / cells.size()).isGreaterThanOrEqualTo(right);
        assertThat((double) taken / cells.size()).isGreaterThanOrEqualTo(accepted);
        assertThat(silent).isEmpty();
    }

    @Test
    void twoCharactersInOneCropAreNotAccepted() {
        List<GreyCrop> pairs = new ArrayList<>();
        for (char c = '0'; c <= '9'; c++) {
            List<GreyCrop> hands = HandwritingSample.of(c);
            pairs.add(beside(hands.get(0), hands.get(1)));
        }

        assertThat(recogniser.characters(pairs, CharacterSet.DIGITS))
                .filteredOn(CropReading::accepted)
                .isEmpty();
    }

    @Test
    void aBlankCropHasNoValue() {
        CropReading reading = recogniser
                .characters(List.of(GreyCrop.filled(40, 50, 240)), CharacterSet.DIGITS)
                .getFirst();

        assertThat(reading.value()).isEmpty();
        assertThat(reading.candidates()).isEmpty();
    }

    @ParameterizedTest(name = "frames of grey {0}")
    @ValueSource(ints = {0, 170, 255})
    void aRowOfCellsIsReadWithAndWithoutVisibleFrames(int frame) {
        String number = "3058264917";
        GreyCrop row = row(number, frame);

        CropReading reading = recogniser.comb(row, number.length(), CombGrammar.of(Alphabet.DIGITS));

        int same = 0;
        for (int i = 0; i < number.length(); i++) {
            String best = reading.candidates().getFirst().value();
            same += best.length() == number.length() && best.charAt(i) == number.charAt(i) ? 1 : 0;
        }
        assertThat(same).as(reading.toString()).isGreaterThanOrEqualTo(9);
    }

    private static GreyCrop beside(GreyCrop a, GreyCrop b) {
        GreyCrop out = GreyCrop.filled(a.width() + b.width(), a.height(), 255);
        paste(a, out, 0, 0);
        paste(b, out, a.width(), 0);
        return out;
    }

    private static GreyCrop row(String number, int frame) {
        int cell = 72;
        int high = 84;
        GreyCrop out = GreyCrop.filled(number.length() * cell + 3, high + 3, 250);
        for (int i = 0; i < number.length(); i++) {
            GreyCrop hand = HandwritingSample.of(number.charAt(i)).get(3);
            paste(hand, out, i * cell + 5, 11);
        }
        for (int y = 0; y < out.height(); y++) {
            for (int x = 0; x < out.width(); x++) {
                boolean line = x % cell < 3 || y < 3 || y >= high;
                if (line && frame < 255) {
                    out.values()[y * out.width() + x] = (byte) frame;
                }
            }
        }
        return out;
    }

    private static void paste(GreyCrop part, GreyCrop whole, int left, int top) {
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                int at = (top + y) * whole.width() + left + x;
                whole.values()[at] = (byte) Math.min(whole.values()[at] & 0xff, part.at(x, y));
            }
        }
    }
}
