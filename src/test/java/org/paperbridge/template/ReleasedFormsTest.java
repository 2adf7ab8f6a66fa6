package org.paperbridge.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.file.LayoutFile;
import org.paperbridge.template.file.TemplateFiles;

/** Paper printed from a released version must stay readable: its geometry never moves. */
final class ReleasedFormsTest {

    private static final String LAYOUT = "prescription/v1/layout.json";
    private static final FormRef PRESCRIPTION = new FormRef("prescription", 1);

    /** Append a line with every release; a line that changes means that paper in wards can no longer be read. */
    @Test
    void everyVersionEverReleasedIsStillThereUnchanged() {
        List<String> released = ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream()
                .map(f -> String.format(
                        Locale.ROOT,
                        "%d %s %06x",
                        f.number(),
                        f.ref(),
                        f.layout().fingerprint()))
                .toList();

        assertThat(released)
                .containsExactly(
                        "1 admission v1 6ce96d",
                        "2 prescription v1 4304d3",
                        "3 observation v1 bc419c",
                        "4 movement v1 218913",
                        "5 discharge v1 a5836d",
                        "6 lab-request v1 b9e140",
                        "7 lab-result v1 53f5ee",
                        "8 medication-administration v1 8a46e0",
                        "9 care-diagram v1 54f9a7",
                        "10 focus-note v1 94db0a",
                        "11 ed-triage v1 4e5fbc",
                        "12 ed-board v1 c789c7",
                        "13 imaging-request v1 ea30f1",
                        "14 transfusion v1 e1a7d7",
                        "15 stock-withdrawal v1 f34319",
                        "16 narcotics v1 761eb1",
                        "17 acts v1 e30b41",
                        "18 message v1 41556f",
                        "19 letter v1 295632",
                        "20 appointment v1 efb47c",
                        "21 chemotherapy v1 7140e5",
                        "22 prescription-chart v1 9788cd",
                        "23 pill-plan v1 174968",
                        "24 radiotherapy v1 d82bfa",
                        "25 sterilisation v1 4567e6",
                        "26 supplier-voucher v1 71700b",
                        "27 presence v1 672462",
                        "28 incident v1 0a6be4",
                        "29 custody v1 059a70",
                        "30 cost-trace v1 e64fe7",
                        "31 capacity v1 354ed1",
                        "2 prescription v2 a9e389",
                        "22 prescription-chart v2 abe6b9",
                        "40 rhs v1 f4c24d",
                        "41 rps v1 ac5d44",
                        "61 patient-sheet v1 65042c",
                        "62 last-results v1 a120c6",
                        "63 imaging-history v1 a120c6",
                        "64 last-letter v1 a120c6",
                        "23 pill-plan v2 21993f",
                        "6 lab-request v2 86ce4f",
                        "3 observation v2 55ef30",
                        "15 stock-withdrawal v2 087b75",
                        "1 admission v2 0817e1",
                        "8 medication-administration v2 ab23b3",
                        "5 discharge v2 27e898",
                        "21 chemotherapy v2 0ff484");
    }

    @Test
    void aCellMovedByATenthOfAMillimetreIsRefused() {
        EditedTemplates files = new EditedTemplates().put(LAYOUT, LayoutFile.write(withFirstCellMoved(0.1)));

        assertThatThrownBy(() -> ReleasedForms.load(files))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("templates/" + LAYOUT)
                .hasMessageContaining("changed after its release");
    }

    @Test
    void aMovedCellIsRefusedEvenWhenItsHashWasRenewed() {
        String moved = LayoutFile.write(withFirstCellMoved(0.1));
        EditedTemplates files = new EditedTemplates()
                .replace(
                        "released.txt",
                        ReleasedForms.sha256(
                                TemplateFiles.ofProduct().find(LAYOUT).orElseThrow()),
                        ReleasedForms.sha256(moved))
                .put(LAYOUT, moved);

        assertThatThrownBy(() -> ReleasedForms.load(files))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("its fingerprint is not that of its geometry");
    }

    @Test
    void rewritingALayoutWithoutMovingAnythingChangesNoByte() {
        String json = TemplateFiles.ofProduct().find(LAYOUT).orElseThrow();

        assertThat(LayoutFile.write(LayoutFile.read(json))).isEqualTo(json);
    }

    @Test
    void everyDamagedFormIsNamedAtOnce() {
        EditedTemplates files =
                new EditedTemplates().remove(LAYOUT).replace("admission/v1/layout.json", "\"kind\":", "\"kind\": ");

        assertThatThrownBy(() -> ReleasedForms.load(files))
                .hasMessageContaining("templates/prescription/v1/layout.json: the frozen layout is missing")
                .hasMessageContaining("templates/admission/v1/layout.json: changed after its release");
    }

    @Test
    void anEditedTemplateMovesNoZoneOfPaperAlreadyPrinted() {
        EditedTemplates files = new EditedTemplates()
                .replace(
                        "prescription/v1/form.yaml",
                        "{id: \"dose-{n}\", kind: comb, caption: dose, alphabet: decimal, mask: \"####,##\"",
                        "{id: \"dose-{n}\", kind: comb, caption: dose, alphabet: decimal, mask: \"###,#\"");

        assertThat(load(files).layout())
                .isEqualTo(load(TemplateFiles.ofProduct()).layout());
    }

    private static FormTemplate load(TemplateFiles files) {
        return ReleasedForms.load(files).findForm(PRESCRIPTION).orElseThrow();
    }

    private static Layout withFirstCellMoved(double mm) {
        Layout layout = load(TemplateFiles.ofProduct()).layout();
        LayoutPage page = layout.getPage(1);
        List<FieldZone> fields = page.fields().stream()
                .map(f -> f instanceof FieldZone.Comb comb && comb.id().equals("dose-1") ? moved(comb, mm) : f)
                .toList();
        return new Layout(
                layout.form(),
                layout.fingerprint(),
                List.of(new LayoutPage(
                        page.page(),
                        page.widthMm(),
                        page.heightMm(),
                        page.fiducials(),
                        page.codes(),
                        page.shortCode(),
                        fields,
                        page.drawings())));
    }

    private static FieldZone moved(FieldZone.Comb comb, double mm) {
        PageBox first = comb.cells().getFirst();
        List<PageBox> cells = new java.util.ArrayList<>(comb.cells());
        cells.set(0, new PageBox(first.left() + mm, first.top(), first.width(), first.height()));
        return new FieldZone.Comb(
                comb.id(),
                comb.box(),
                comb.criticality(),
                comb.alphabet(),
                comb.mask(),
                comb.unit(),
                comb.check(),
                comb.range(),
                cells);
    }
}
