package org.paperbridge.kit.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.numbers.NumberScheme;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PlacedSymbol;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.pdfbox.FormDocument;
import org.paperbridge.kit.zxing.ZxingBarcodes;

final class LabelPrintTest {

    private static final double DPI = 300;
    private static final double MODULES_AROUND_MM = 1;
    private static final LabelFormats FORMATS = LabelFormats.ofProduct();
    private static final LabelMaker MAKER = new LabelMaker(
            KitWords.of("fr"),
            new Unit("CARD", "Cardiologie"),
            Instant.parse("2026-02-09T03:12:00Z"),
            ZoneId.of("Europe/Paris"));

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"24", "24r", "33", "65", "band"})
    void everyBarcodeOfEverySheetIsDecodedFromItsPrint(String sheet) throws IOException {
        List<Label> people = List.of(
                MAKER.patient(albane(), stay("269020100")),
                MAKER.temporary(NumberScheme.USUAL.identity(39_000)),
                MAKER.patient(named("De La ".repeat(20)), stay("26902010012345")),
                MAKER.patient(named("Ü"), stay("MVT-2026/00000012345-AB-777")));
        LabelFormat format = FORMATS.get(sheet);
        List<DrawnPage> pages =
                sheets().draw(format, new PrinterOffset(0.4, -0.3), 1, LabelMaker.repeated(people, format.perPerson()));
        List<BufferedImage> images = print(pages);
        int decoded = 0;
        for (int i = 0; i < pages.size(); i++) {
            for (PlacedSymbol symbol : pages.get(i).symbols()) {
                assertThat(decode(images.get(i), symbol))
                        .as(sheet + " at " + symbol.box())
                        .contains(symbol.text());
                decoded++;
            }
        }
        assertThat(decoded).isGreaterThanOrEqualTo(4 * format.perPerson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "24r", "33", "65", "band"})
    void nothingLeavesItsLabel(String sheet) {
        LabelFormat format = FORMATS.get(sheet);
        for (Label label : List.of(
                MAKER.patient(albane(), stay("269020100")),
                MAKER.patient(named("De La ".repeat(20)), stay("26902010012345")),
                MAKER.temporary(NumberScheme.USUAL.identity(1)))) {
            DrawnPage page =
                    sheets().draw(format, PrinterOffset.NONE, 0, List.of(label)).getFirst();
            PageBox place = format.place(0);
            page.symbols()
                    .forEach(symbol -> assertThat(place.contains(symbol.box()))
                            .as("%s in %s", symbol.box(), place)
                            .isTrue());
            for (Drawing drawing : page.drawings()) {
                if (drawing instanceof Drawing.Text text) {
                    assertThat(place.contains(text.box())).as(text.key()).isTrue();
                }
            }
        }
    }

    @Test
    void theInsDataMatrixIsTheOneOfTheSpecification() {
        char gs = (char) 0x1d;
        assertThat(InsDataMatrix.of(albane()))
                .contains("IS010000000000000000000000S1255081416802538S21.2.250.1.213.1.4.8" + gs + "S3ALBANE MARIE"
                        + gs + "S4TEST" + gs + "S5FS614-08-1955S714168");
    }

    @Test
    void theTestSpaceFillsItsFieldAndNeedsNoSeparator() {
        Patient test = with(albane(), Optional.of("255081416802538"), Optional.of("1.2.250.1.213.1.4.10"), "F");
        assertThat(InsDataMatrix.of(test).orElseThrow()).contains("S21.2.250.1.213.1.4.10S3ALBANE");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "255081416802537, 1.2.250.1.213.1.4.8, F",
        "255081416802538, 1.2.250.1.213.1.4.7, F",
        "255081416802538, 1.2.250.1.213.1.4.8, I",
        "9434765919, 1.2.250.1.213.1.4.8, F"
    })
    void anIdentityThatIsNotWholeGetsNoDataMatrix(String matricule, String oid, String sex) {
        assertThat(InsDataMatrix.of(with(albane(), Optional.of(matricule), Optional.of(oid), sex)))
                .isEmpty();
    }

    @Test
    void aSiteDescribesItsOwnSheetAndItsMistakesAreListed() throws IOException {
        Files.writeString(
                folder.resolve("labels.properties"),
                "10.grid = 2 x 5\n10.size = 99 x 57\n10.first = 6, 6\n10.step = 99, 57\n33.first = 0, 9.5\n");
        LabelFormats formats = LabelFormats.ofHome(folder);
        assertThat(formats.get("10").perSheet()).isEqualTo(10);
        assertThat(formats.get("33").place(0).top()).isEqualTo(9.5);
        Files.writeString(
                folder.resolve("labels.properties"), "10.grid = 2 x 9\n10.size = 99 x 57\nfoo = 1\n24.step = 60, 37\n");
        assertThatThrownBy(() -> LabelFormats.ofHome(folder))
                .isInstanceOf(LabelFormatException.class)
                .hasMessageContaining("unknown key foo")
                .hasMessageContaining("sheet 24: labels would overlap")
                .hasMessageContaining("sheet 10: first needs two numbers");
        assertThatThrownBy(() -> FORMATS.get("25")).hasMessageContaining("24, 24r, 33, 65, band");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theCalibrationPageSaysWhatToDo(String language) throws IOException {
        DrawnPage page = CalibrationPage.draw(FORMATS.get("65"), KitWords.of(language));
        Path pdf = save(List.of(page));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("--offset", "100 mm", "65");
        }
    }

    private static LabelSheets sheets() {
        return new LabelSheets(new ZxingBarcodes(), new FontMeasure()::widthMm);
    }

    private Path save(List<DrawnPage> pages) throws IOException {
        Path pdf = folder.resolve("labels.pdf");
        try (FormDocument document = new FormDocument("labels", "fr")) {
            for (DrawnPage page : pages) {
                document.addDrawnPage(page);
            }
            try (var out = Files.newOutputStream(pdf)) {
                document.save(out);
            }
        }
        return pdf;
    }

    private List<BufferedImage> print(List<DrawnPage> pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(save(pages).toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> images = new java.util.ArrayList<>();
            for (int i = 0; i < pages.size(); i++) {
                images.add(renderer.renderImageWithDPI(i, (float) DPI, ImageType.RGB));
            }
            return images;
        }
    }

    private static Optional<String> decode(BufferedImage page, PlacedSymbol symbol) {
        boolean linear = symbol.symbol().rows() == 1;
        PageBox box = new PageBox(
                symbol.box().left() - (linear ? 3 : MODULES_AROUND_MM),
                symbol.box().top() - (linear ? 0 : MODULES_AROUND_MM),
                symbol.box().width() + 2 * (linear ? 3 : MODULES_AROUND_MM),
                symbol.box().height() + 2 * (linear ? 0 : MODULES_AROUND_MM));
        int left = Math.max(0, pixels(box.left()));
        int top = Math.max(0, pixels(box.top()));
        int width = Math.min(page.getWidth() - left, pixels(box.width()));
        int height = Math.min(page.getHeight() - top, pixels(box.height()));
        int[] rgb = page.getRGB(left, top, width, height, null, 0, width);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, rgb))),
                            Map.of(
                                    DecodeHintType.TRY_HARDER,
                                    true,
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(linear ? BarcodeFormat.CODE_128 : BarcodeFormat.DATA_MATRIX)))
                    .getText());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static int pixels(double mm) {
        return (int) Math.round(mm / 25.4 * DPI);
    }

    private static Encounter stay(String id) {
        return new Encounter(id, "1", "CARD", Optional.of("214-B"), Optional.empty(), Optional.empty());
    }

    private static Patient albane() {
        return new Patient(
                "90010100",
                "Test",
                Optional.empty(),
                List.of("Albane", "Marie"),
                Optional.of(LocalDate.of(1955, 8, 14)),
                Optional.of("F"),
                Optional.of("14168"),
                Optional.of("255081416802538"),
                Optional.of("1.2.250.1.213.1.4.8"),
                List.of(),
                false,
                Optional.empty());
    }

    private static Patient named(String name) {
        return new Patient(
                "IPP" + IntStream.range(0, 9).sum(),
                name,
                Optional.empty(),
                List.of("Zoé"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
    }

    private static Patient with(Patient p, Optional<String> matricule, Optional<String> oid, String sex) {
        return new Patient(
                p.id(),
                p.birthName(),
                p.usedName(),
                p.given(),
                p.birthDate(),
                Optional.of(sex),
                p.birthPlace(),
                matricule,
                oid,
                p.allergies(),
                p.noKnownAllergy(),
                p.weightKg());
    }
}
