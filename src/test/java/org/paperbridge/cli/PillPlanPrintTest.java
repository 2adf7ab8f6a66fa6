package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** A plan of pill organisers: every dose over the boxes of its own moment, "ask" where the order does not say when. */
final class PillPlanPrintTest {

    private static final String WARD = "src/test/resources/org/paperbridge/shipped/ward.hl7";
    private static final FormTemplate PLAN = ReleasedForms.load(TemplateFiles.ofProduct())
            .findNewest("pill-plan")
            .orElseThrow();
    private static final double POINTS_PER_MM = 72 / 25.4;
    /** A letter may begin a little before the left edge of its zone. */
    private static final double BEARING_MM = 0.5;

    @TempDir
    private static Path folder = Path.of("");

    private static Path kit = Path.of("");

    @BeforeAll
    static void buildAKitOfSomebodyWithElevenDrugsAndSomebodyWithout() throws IOException {
        Path census = folder.resolve("ward.hl7");
        Files.writeString(
                census,
                Files.readString(Path.of(WARD)).strip()
                        + order(1, "QD&0700", "lévothyroxine", "75", "µg")
                        + order(2, "QAM", "prednisone", "12,5", "mg")
                        + order(3, "TID&0800,1200,1900", "amoxicilline acide clavulanique", "1000", "mg")
                        + order(4, "QD&1500", "macrogol", "1", "g"));
        kit = folder.resolve("kits");
        Cli built = Cli.launch(
                folder.resolve("home"), "kit", "build", "--census", census.toString(), "--out", kit.toString());
        assertThat(built.exit()).as(built.err()).isZero();
    }

    @Test
    void eachDoseStandsOverTheBoxesOfItsMoment() throws IOException {
        Map<String, PageBox> zones = new TreeMap<>();
        PLAN.layout().pages().getFirst().fields().forEach(field -> zones.put(field.id(), field.box()));
        for (String moment : new String[] {"morning", "noon", "evening", "night"}) {
            for (int line = 1; line <= 7; line++) {
                PageBox dose = zone(zones, "planned-" + moment + "-" + line);
                PageBox boxes = zone(zones, moment + "-" + line);
                assertThat(dose.left()).isEqualTo(boxes.left());
                assertThat(dose.right()).isLessThanOrEqualTo(boxes.right());
                assertThat(boxes.top() - dose.bottom()).isBetween(0.0, 6.0);
            }
        }
    }

    @Test
    void everyDrugOfTheKitHasItsMomentsOrAQuestionMark() throws IOException {
        Map<String, String> first = words(0);
        assertThat(first)
                .containsEntry("sheet-number", "Feuille 1 sur 2")
                .containsEntry("printed-drug-1", "furosémide, voie orale")
                .containsEntry("planned-morning-1", "40 mg")
                .containsEntry("planned-noon-1", "40 mg")
                .containsEntry("planned-evening-1", "–")
                .containsEntry("planned-night-1", "–")
                .containsEntry("printed-drug-4", "atorvastatine, voie orale")
                .containsEntry("planned-evening-4", "–")
                .containsEntry("planned-night-4", "20 mg")
                .containsEntry("printed-drug-5", "paracétamol 1 g voie orale si besoin")
                .containsEntry("planned-morning-5", "?")
                .containsEntry("planned-night-5", "?");
        assertThat(words(1))
                .containsEntry("sheet-number", "Feuille 2 sur 2")
                .containsEntry("printed-drug-1", "lévothyroxine, voie orale")
                .containsEntry("planned-morning-1", "75 µg")
                .containsEntry("planned-evening-3", "1000 mg")
                .containsEntry("printed-drug-4", "macrogol 1 g voie orale 1 fois/jour 15 h")
                .containsEntry("planned-noon-4", "?")
                .containsEntry("printed-drug-5", "")
                .containsEntry("planned-morning-5", "");
    }

    @Test
    void whoTakesNothingThatIsKnownGetsNoEmptyPlan() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(plans().toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    private static Path plans() {
        return kit.resolve("CARD/230-pill-plan.pdf");
    }

    private static PageBox zone(Map<String, PageBox> zones, String id) {
        assertThat(zones).containsKey(id);
        return zones.getOrDefault(id, new PageBox(0, 0, 1, 1));
    }

    /** What is printed in each prefilled zone of a page. */
    private static Map<String, String> words(int page) throws IOException {
        PDFTextStripperByArea areas = new PDFTextStripperByArea();
        areas.setSortByPosition(true);
        PLAN.layout().pages().getFirst().fields().stream()
                .filter(FieldZone.Print.class::isInstance)
                .forEach(field -> areas.addRegion(field.id(), points(field.box())));
        Map<String, String> words = new TreeMap<>();
        try (PDDocument pdf = Loader.loadPDF(plans().toFile())) {
            areas.extractRegions(pdf.getPage(page));
            for (String zone : areas.getRegions()) {
                words.put(zone, areas.getTextForRegion(zone).strip().replaceAll("\\s+", " "));
            }
        }
        return words;
    }

    private static Rectangle2D points(PageBox box) {
        return new Rectangle2D.Double(
                (box.left() - BEARING_MM) * POINTS_PER_MM,
                box.top() * POINTS_PER_MM,
                (box.width() + BEARING_MM) * POINTS_PER_MM,
                box.height() * POINTS_PER_MM);
    }

    private static String order(int number, String times, String drug, String dose, String unit) {
        return "\rMSH|^~\\&|A|B|C|D|2026112500005" + number + "||RDE^O11|5" + number + "|P|2.5|||||FRA|UNICODE UTF-8"
                + "\rPID|||90010181^^^X^PI||DEMO-ALOUETTE^ANATOLE^^^^^L||19480302|M||||||||||269020189"
                + "\rORC|NW|P5" + number + "\rRXE|^" + times + "|X^" + drug + "|" + dose + "||" + unit + "\rRXR|PO";
    }
}
