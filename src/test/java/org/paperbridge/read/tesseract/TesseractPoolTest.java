package org.paperbridge.read.tesseract;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.read.PrintedText;
import org.paperbridge.read.ink.GreyCrop;

/** Machine print through the natives that come in the jar. */
final class TesseractPoolTest {

    @Test
    void printIsReadByTwoThreadsAndAWhitelistHolds(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        try (TesseractPool pool = TesseractPool.open(folder, 2);
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<PrintedText> code =
                    threads.submit(() -> pool.line(print("7K3M-92QX"), "0123456789ABCDEFGHJKMNPQRSTVWXYZ-"));
            Future<PrintedText> french = threads.submit(() -> pool.line(print("Médecin prescripteur"), ""));
            PrintedText digits = pool.line(print("180 mg"), "0123456789");

            assertThat(code.get().text()).isEqualTo("7K3M-92QX");
            assertThat(french.get().text()).isEqualTo("Médecin prescripteur");
            assertThat(digits.text()).startsWith("180").matches("[0-9 ]+");
        }
    }

    @Test
    void openingTwiceInOneFolderFindsEverythingInPlace(@TempDir(cleanup = CleanupMode.NEVER) Path folder) {
        List<String> read;
        try (TesseractPool first = TesseractPool.open(folder, 1);
                TesseractPool second = TesseractPool.open(folder, 1)) {
            read = List.of(
                    first.line(print("2026"), "").text(),
                    second.line(print("2026"), "").text());
        }
        assertThat(read).containsExactly("2026", "2026");
    }

    private static GreyCrop print(String text) {
        BufferedImage image = new BufferedImage(60 + 26 * text.length(), 80, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 40));
        graphics.drawString(text, 20, 55);
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return new GreyCrop(image.getWidth(), image.getHeight(), grey);
    }
}
