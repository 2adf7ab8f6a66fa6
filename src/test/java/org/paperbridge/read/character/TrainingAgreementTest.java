package org.paperbridge.read.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paperbridge.read.HandwritingSample;
import org.paperbridge.read.ink.CharacterInk;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.read.ink.Norm28;
import org.paperbridge.read.onnx.OnnxCharacterNet;

/** Holds Java to what the training made of the same cells; {@code agreement.py} writes the expectations. */
final class TrainingAgreementTest {

    private static final Path EXPECTED = Path.of("src/test/resources/org/paperbridge/read");
    private static final int CELL = 64;

    @Test
    void everyPixelAfterNormalisationIsTheOneOfTheTraining() throws IOException {
        GreyCrop expected = HandwritingSample.read(EXPECTED.resolve("agreement.png"));
        List<String> rows = rows();

        assertThat(rows).hasSize(expected.width() / Norm28.SIDE).hasSizeGreaterThan(100);
        for (int i = 0; i < rows.size(); i++) {
            GreyCrop wanted = expected.part(i * Norm28.SIDE, 0, Norm28.SIDE, Norm28.SIDE);
            assertThat(normalised(rows.get(i)).values()).as(rows.get(i)).isEqualTo(wanted.values());
        }
    }

    @Test
    void theExportedNetworkGivesTheOutputsOfTheTraining() throws IOException {
        List<String> rows = rows();
        try (CharacterNet net = OnnxCharacterNet.shipped()) {
            float[][] outputs = net.outputs(
                    rows.stream().map(TrainingAgreementTest::normalised).toList());
            for (int i = 0; i < rows.size(); i++) {
                String[] wanted = rows.get(i).split("\t")[2].split(" ");
                for (int k = 0; k < wanted.length; k++) {
                    assertThat((double) outputs[i][k]).isCloseTo(Double.parseDouble(wanted[k]), within(0.002));
                }
            }
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(EXPECTED.resolve("agreement.tsv"));
    }

    private static GreyCrop normalised(String row) {
        String[] columns = row.split("\t");
        GreyCrop cell = HandwritingSample.strip(columns[0]).part(Integer.parseInt(columns[1]) * CELL, 0, CELL, CELL);
        return Norm28.of(CharacterInk.of(InkMap.of(cell))).orElseThrow();
    }
}
