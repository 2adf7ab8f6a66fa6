package org.paperbridge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.pagecode.OpenedCode;
import org.paperbridge.pagecode.OpenedCode.Opened;
import org.paperbridge.pagecode.PageStamp;

final class KitBuilderTest {

    private final SmallWard ward = new SmallWard();

    @TempDir
    private Path out = Path.of("");

    @Test
    void everyPrintedPageReadsBackAsWhatTheKitSays() throws IOException {
        List<KitFile> files = ward.builder().build(SmallWard.census(2), SmallWard.UNIT, KitPlan.usual("fr"), out);
        Set<String> serials = new HashSet<>();
        for (KitFile file : files) {
            int index = 0;
            for (PrintedForm printed : file.forms()) {
                assertThat(serials.add(printed.serial() + "/" + printed.copy()))
                        .as("own serial and copy")
                        .isTrue();
                int pages = ward.forms
                        .findForm(printed.form())
                        .orElseThrow()
                        .layout()
                        .pages()
                        .size();
                for (int page = 1; page <= pages; page++) {
                    assertPage(file, index++, printed, page);
                }
            }
            assertThat(index).isEqualTo(file.forms().isEmpty() ? 0 : file.pages());
        }
        assertThat(serials)
                .as("prescriptions have a pharmacy copy, and one patient takes drugs")
                .hasSize(2 * (2 + 1) + 2 + 1 + 2 + 4 + 2 * 6 + 6);
    }

    @Test
    void fiveDrugsTakeTwoSheetsOfFourLines() throws IOException {
        List<KitFile> files = ward.builder().build(SmallWard.census(1), SmallWard.UNIT, KitPlan.usual("en"), out);
        KitFile prescriptions = named(files, "20-prescription.pdf");
        assertThat(prescriptions.forms()).as("with their pharmacy copies").hasSize(4);
        String text = text(prescriptions);
        assertThat(text).contains("furosémide", "atorvastatine", "DEMO-ALOUETTE-A", "90010100");
    }

    @Test
    void blankSheetsNameNobodyAndFileNamesNeither() throws IOException {
        List<KitFile> files = ward.builder().build(SmallWard.census(3), SmallWard.UNIT, KitPlan.usual("fr"), out);
        for (KitFile file : files) {
            assertThat(file.path()).matches("CARD/[a-z0-9-]+\\.pdf").doesNotContain("alouette");
            if (file.path().contains("blank")) {
                assertThat(text(file)).doesNotContain("DEMO", "90010", "furosémide");
                assertThat(file.forms()).allMatch(form -> form.patientId().isEmpty());
            }
        }
        assertThat(text(named(files, "01-census.pdf"))).contains("DEMO-ALOUETTE-C", "INCONNUES", "09/02/2026 03:12");
        assertThat(text(named(files, "00-start-here.pdf")))
                .contains("09/02/2026 04:12", "1 h 00 min", "20-prescription-blank");
    }

    @Test
    void anyCopierPrintsIt() throws IOException {
        for (KitFile file : ward.builder().build(SmallWard.census(1), SmallWard.UNIT, KitPlan.usual("fr"), out)) {
            try (PDDocument pdf = Loader.loadPDF(out.resolve(file.path()).toFile())) {
                assertThat(pdf.getVersion()).isLessThanOrEqualTo(1.7f);
                assertThat(pdf.isEncrypted()).isFalse();
                assertThat(pdf.getDocumentCatalog().getCOSObject().keySet())
                        .doesNotContain(COSName.OPEN_ACTION, COSName.AA, COSName.NAMES, COSName.ACRO_FORM);
                for (PDPage page : pdf.getPages()) {
                    assertThat(page.getMediaBox().getWidth()).isBetween(595f, 595.5f);
                    assertThat(page.getMediaBox().getHeight()).isBetween(841.5f, 842f);
                    for (COSName name : page.getResources().getFontNames()) {
                        PDFont font = page.getResources().getFont(name);
                        assertThat(font.isEmbedded()).isTrue();
                        assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                    }
                }
            }
        }
    }

    @Test
    void aLargeUnitIsSplitIntoFilesThatAnyCopierTakes() throws IOException {
        KitPlan plan = new KitPlan("fr", Map.of(), 100);
        List<KitFile> files = ward.builder().build(SmallWard.census(300), SmallWard.UNIT, plan, out);
        assertThat(files).extracting(KitFile::pages).allMatch(pages -> pages <= 100);
        assertThat(files.stream()
                        .filter(f -> f.path().contains("observation"))
                        .mapToInt(KitFile::pages)
                        .sum())
                .isEqualTo(900);
        assertThat(files.stream().filter(f -> f.pages() > 20))
                .as("10 KiB a page")
                .allMatch(file -> file.bytes() / file.pages() <= 10 * 1024);
    }

    @Test
    void everyPageOfALongPatientListSaysWhichUnitAndHowOld() throws IOException {
        List<KitFile> files =
                ward.builder().build(SmallWard.census(40), SmallWard.UNIT, new KitPlan("en", Map.of(), 500), out);
        KitFile list = named(files, "01-census.pdf");
        assertThat(list.pages()).isEqualTo(3);
        try (PDDocument pdf = Loader.loadPDF(out.resolve(list.path()).toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= 3; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(pdf);
                assertThat(text).contains("Cardiologie", "data as of 09/02/2026 03:12", "page " + page + " / 3");
                assertThat(text.lines().filter(line -> line.contains("DEMO-")).count())
                        .as("names and numbers of a patient stay together")
                        .isEqualTo(text.lines()
                                .filter(line -> line.contains("Visit "))
                                .count());
            }
        }
    }

    @Test
    void theManifestHashIsThatOfTheFile() throws Exception {
        KitFile file = ward.builder()
                .build(SmallWard.census(1), SmallWard.UNIT, KitPlan.usual("fr"), out)
                .getLast();
        byte[] hash =
                java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(out.resolve(file.path())));
        assertThat(file.sha256()).isEqualTo(java.util.HexFormat.of().formatHex(hash));
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path taken = Files.writeString(out.resolve("taken"), "");
        assertThatThrownBy(() -> ward.builder().build(SmallWard.census(1), SmallWard.UNIT, KitPlan.usual("fr"), taken))
                .isInstanceOf(FileSystemException.class);
    }

    @Test
    void aNumberThatNoCodeHoldsGetsNoPrefilledSheetAndIsOnTheExceptionList() throws IOException {
        Census census = SmallWard.census(2);
        Encounter last = census.encounters().getLast();
        Encounter odd = new Encounter(
                "X".repeat(80), last.patientId(), "CARD", Optional.of("214-B"), Optional.empty(), Optional.empty());
        Census altered = new Census(
                census.asOf(),
                census.units(),
                census.patients(),
                List.of(census.encounters().getFirst(), odd),
                census.drugs());
        List<KitFile> files = ward.builder().build(altered, SmallWard.UNIT, KitPlan.usual("fr"), out);
        assertThat(text(named(files, "02-exceptions.pdf"))).contains("Lit 214-B : numéro trop long");
        assertThat(text(named(files, "01-census.pdf"))).contains("DEMO-ALOUETTE-B");
        assertThat(named(files, "30-observation.pdf").forms()).hasSize(1);
        assertThat(text(named(files, "30-observation.pdf"))).doesNotContain("DEMO-ALOUETTE-B");
    }

    @Test
    void whatTheSourcesCouldNotSayIsOnTheCoverAndTheExceptionList() throws IOException {
        List<KitFile> files = ward.builder()
                .build(
                        SmallWard.census(1),
                        List.of("adt.hl7:12: message HL7 v2 mal formé"),
                        SmallWard.UNIT,
                        KitPlan.usual("fr"),
                        out);
        assertThat(text(named(files, "00-start-here.pdf"))).contains("adt.hl7:12");
        assertThat(text(named(files, "02-exceptions.pdf"))).contains("adt.hl7:12: message HL7 v2 mal formé");
    }

    private void assertPage(KitFile file, int index, PrintedForm printed, int page) {
        for (PageBox place : ward.forms
                .findForm(printed.form())
                .orElseThrow()
                .layout()
                .getPage(page)
                .codes()) {
            OpenedCode code = ward.codec.open(read(file, index, place, 200)
                    .or(() -> read(file, index, place, 300))
                    .orElseThrow());
            assertThat(code).isInstanceOf(Opened.class);
            PageStamp stamp = ((Opened) code).stamp();
            assertThat(stamp.serial()).isEqualTo(printed.serial());
            assertThat(stamp.page()).isEqualTo(page);
            assertThat(stamp.fingerprint()).isEqualTo(printed.fingerprint());
            assertThat(stamp.patientId()).isEqualTo(printed.patientId());
            assertThat(stamp.encounterId()).isEqualTo(printed.encounterId());
            assertThat(stamp.issuedAt()).isEqualTo(SmallWard.CLOCK.instant());
        }
    }

    private Optional<String> read(KitFile file, int index, PageBox place, int dpi) {
        try {
            return new QrReader().read(new PdfRaster().render(out.resolve(file.path()), index, dpi), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KitFile named(List<KitFile> files, String name) {
        return files.stream().filter(f -> f.path().endsWith(name)).findFirst().orElseThrow();
    }

    private String text(KitFile file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(out.resolve(file.path()).toFile())) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
