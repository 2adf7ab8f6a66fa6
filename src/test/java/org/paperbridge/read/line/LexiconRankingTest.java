package org.paperbridge.read.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.onnx.OnnxLineNet;

final class LexiconRankingTest {

    @Test
    void theWordOfTheLineComesFirstAndIsNeverSure() {
        try (LineText lines = new LexiconLines(OnnxLineNet.shipped(), Lexicons.shipped())) {
            List<Candidate> candidates = lines.candidates(line("PARACETAMOL"), "drugs");

            assertThat(candidates.getFirst().value()).isEqualTo("Paracétamol");
            assertThat(candidates)
                    .hasSize(5)
                    .allSatisfy(c -> assertThat(c.confidence()).isBetween(0.0, LexiconRanking.MOST_CONFIDENCE));
            assertThat(lines.candidates(line("PARACETAMOL"), "no-such-list")).isEmpty();
        }
    }

    @Test
    void repeatedLettersNeedAGapBetweenThem() {
        double sure = Math.log(0.98);
        double unlikely = Math.log(0.01);
        double[][] aGapA = {{unlikely, sure, unlikely}, {sure, unlikely, unlikely}, {unlikely, sure, unlikely}};
        CtcOutput output = new CtcOutput("ab", aGapA);

        assertThat(output.text()).isEqualTo("aa");
        assertThat(output.logOf("aa")).isGreaterThan(output.logOf("a")).isGreaterThan(output.logOf("ab"));
    }

    private static GreyCrop line(String text) {
        BufferedImage image = new BufferedImage(60 + 28 * text.length(), 90, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.ITALIC, 40));
        graphics.drawString(text, 20, 60);
        return new GreyCrop(
                image.getWidth(),
                image.getHeight(),
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    }
}
