package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.simulate.pdfbox.ScanFiles;

/**
 * FEATURE UNDER TEST: every server, registry and key file is gone. What is left is paper: scans of two printed kits, one
 * from before the page key was changed, and some of the key cards.
 */
final class AmnesiaTest {

    private static final int DPI = 200;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void paperAndThreeOfFiveCardsAreEnoughOnAFreshMachineAndTwoAreNot() throws Exception {
        Path scans = printAndForget();
        List<String> cards = cards();
        assertThat(cards).hasSize(5);

        Path poor = folder.resolve("poor");
        Cli refused = Cli.launch(poor, "key", "restore", cards.get(0), cards.get(3));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("needs 3 different cards");

        Path fresh = folder.resolve("fresh");
        Cli restored = Cli.launch(fresh, "key", "restore", cards.get(4), cards.get(0), cards.get(2));
        assertThat(restored.exit()).as(restored.err()).isZero();
        List<JsonNode> read = read(fresh, scans);
        assertThat(read).hasSize(2).allSatisfy(side -> {
            assertThat(side.path("outcome").asText()).isEqualTo("read");
            JsonNode identity = side.path("identity");
            assertThat(identity.path("form").asText()).isEqualTo("observation");
            assertThat(identity.path("page").asInt()).isEqualTo(1);
            assertThat(identity.path("patientId").asText()).isEqualTo("90010181");
            assertThat(identity.path("encounterId").asText()).isEqualTo("26902001");
            assertThat(identity.path("by").asText()).isEqualTo("page-code");
        });
        assertThat(read.get(0).path("identity").path("serial"))
                .isNotEqualTo(read.get(1).path("identity").path("serial"));
    }

    @Test
    void whoHasNotTheKeysReadsNothingAndForgesNothing() throws Exception {
        Path scans = printAndForget();
        Path impostor = folder.resolve("impostor");
        assertThat(Cli.launch(impostor, "key", "init", "--site", "42").exit()).isZero();
        assertThat(Cli.launch(impostor, "key", "rotate").exit()).isZero();
        assertThat(read(impostor, scans))
                .as("same site, same key numbers, other keys")
                .hasSize(2)
                .allSatisfy(side -> {
                    assertThat(side.path("outcome").asText()).isEqualTo("forged");
                    assertThat(side.toString()).doesNotContain("90010181", "26902001");
                });
        Path stranger = folder.resolve("stranger");
        assertThat(Cli.launch(stranger, "key", "init", "--site", "43").exit()).isZero();
        assertThat(read(stranger, scans))
                .allSatisfy(side -> assertThat(side.path("outcome").asText()).isEqualTo("foreign"));
    }

    /** Prints before and after a change of the page key, and the cards; scans the paper; and the first machine is gone. */
    private Path printAndForget() throws IOException {
        Path home = folder.resolve("home");
        Path patient = Files.writeString(folder.resolve("patient.json"), """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient",
                   "identifier":[{"value":"90010181"}],"name":[{"family":"DEMO","given":["Zoé"]}]}},
                 {"resource":{"resourceType":"Encounter","status":"in-progress","class":{"code":"IMP"},
                   "identifier":[{"value":"26902001"}],"subject":{"reference":"urn:uuid:p"}}}]}
                """);
        assertThat(Cli.launch(home, "key", "init", "--site", "42").exit()).isZero();
        List<BufferedImage> pages = new ArrayList<>();
        for (String name : List.of("before.pdf", "after.pdf")) {
            Path pdf = folder.resolve(name);
            Cli printed = Cli.launch(
                    home, "form", "print", "observation", "--patient", patient.toString(), "-o", pdf.toString());
            assertThat(printed.exit()).as(printed.err()).isZero();
            pages.add(raster(pdf, DPI).getFirst());
            assertThat(Cli.launch(home, "key", "rotate").exit()).isZero();
        }
        assertThat(Cli.launch(
                                home,
                                "key",
                                "cards",
                                "-o",
                                folder.resolve("cards.pdf").toString())
                        .exit())
                .isZero();
        Path scans = folder.resolve("scans.pdf");
        ScanFiles.writePdf(scans, pages, DPI);
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return scans;
    }

    /** What a reader of QR codes says of each card, in files. */
    private List<String> cards() throws Exception {
        List<String> files = new ArrayList<>();
        for (int card = 0; card < 5; card++) {
            String text = readCard(folder.resolve("cards.pdf"), card);
            files.add(Files.writeString(folder.resolve("card" + files.size() + ".txt"), text)
                    .toString());
        }
        return files;
    }

    /** As a phone does in a hand: it looks from other angles until it can read. One straight look misses one in fifty. */
    private static String readCard(Path pdf, int card) throws IOException {
        for (int dpi : List.of(DPI, 300)) {
            BufferedImage page = raster(pdf, dpi).get(card);
            for (int degrees : List.of(0, 3, -4, 8, -12, 20)) {
                BufferedImage seen = held(page, degrees);
                int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
                RGBLuminanceSource grey = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
                Optional<String> text =
                        decode(new HybridBinarizer(grey)).or(() -> decode(new GlobalHistogramBinarizer(grey)));
                if (text.isPresent()) {
                    return text.get();
                }
            }
        }
        throw new AssertionError("card " + (card + 1) + " cannot be read from any angle");
    }

    private static Optional<String> decode(Binarizer look) {
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(look), Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText());
        } catch (ReaderException missed) {
            return Optional.empty();
        }
    }

    private static BufferedImage held(BufferedImage page, int degrees) {
        BufferedImage seen = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = seen.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, seen.getWidth(), seen.getHeight());
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        g.drawImage(page, 0, 0, null);
        g.dispose();
        return seen;
    }

    private static List<JsonNode> read(Path home, Path scans) throws IOException {
        Cli ran = Cli.launch(home, "read", "--json", scans.toString());
        List<JsonNode> sides = new ArrayList<>();
        for (String line : ran.out().lines().toList()) {
            sides.add(new ObjectMapper().readTree(line));
        }
        return sides;
    }

    private static List<BufferedImage> raster(Path pdf, int dpi) throws IOException {
        List<BufferedImage> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImageWithDPI(i, dpi, ImageType.GRAY));
            }
        }
        return pages;
    }
}
