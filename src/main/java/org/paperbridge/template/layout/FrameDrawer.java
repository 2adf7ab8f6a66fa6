package org.paperbridge.template.layout;

import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FormSource.Paper;

/** Head, identity block and foot: at the same place on every page of every form. */
final class FrameDrawer {

    /** Sticker zone at the right of the identity block. */
    private static final PageBox LABEL_ZONE = new PageBox(132, 38, 66, 22.5);

    private static final PageBox LABEL_ZONE_BESIDE = new PageBox(181, 11.7, 66, 22.5);

    private static final String COPY = "copy-name";

    private final Sheet sheet;
    private final Words words;
    /** Ends the ids of fields that every page has; empty on the first. */
    private final String suffix;

    private final int page;
    private final boolean patient;
    private final boolean copies;

    FrameDrawer(Sheet sheet, Words words, int page, Paper paper) {
        this.sheet = sheet;
        this.words = words;
        this.page = page;
        this.patient = paper.patient();
        this.copies = !paper.copies().isEmpty();
        this.suffix = page == 1 ? "" : "-" + page;
    }

    void draw(int pages, String form, int version) {
        head();
        if (patient) {
            identity();
        }
        foot(pages, form, version);
    }

    private void head() {
        double width = sheet.frame().landscape() && patient ? 92 : sheet.frame().widthMm() - 74;
        sheet.text(Sheet.box(22.5, 11.5, width, 9.5), "title", 20, true, Align.LEFT);
        sheet.text(Sheet.box(22.5, 21.5, width, 4.5), "subtitle", 8.5, false, Align.LEFT);
        double unit = width > 100 ? 70 : 52;
        print("unit-name", Sheet.box(22.5, 27, unit, 5), Criticality.LOW, "unit.name");
        print(
                "printed-at",
                Sheet.box(22.5 + unit + 3.5, 27, width - unit - 3.5 - (width > 100 ? 0.5 : 0), 5),
                Criticality.LOW,
                "kit.printed-at");
        if (copies) {
            print(COPY, Sheet.box(22.5, 32, width, 4.6), Criticality.LOW, FormTemplate.COPY_SOURCE);
        }
    }

    private void identity() {
        if (sheet.frame().landscape()) {
            identityBeside();
        } else {
            identityBelow();
        }
    }

    private void identityBelow() {
        sheet.tint(Sheet.box(12, 37, 118, 24.5), Style.TINT);
        print("patient-name", new PageBox(14, 38, 114, 7), Criticality.HIGH, "patient.name");
        labelled("birth-date", 14, 46, 30, "patient.birth-date");
        labelled("sex", 46, 46, 12, "patient.sex");
        labelled("patient-id", 60, 46, 32, "patient.id");
        labelled("encounter-id", 95, 46, 33, "encounter.id");
        labelled("bed", 14, 54, 24, "encounter.bed");
        labelled("allergies", 40, 54, 88, "patient.allergies");
        label(LABEL_ZONE);
    }

    /** A sheet on its long side has no height to give away: the block stands between title and code. */
    private void identityBeside() {
        sheet.tint(Sheet.box(116, 11, 63.5, 24), Style.TINT);
        print("patient-name", new PageBox(117.5, 11.6, 60.5, 5.6), Criticality.HIGH, "patient.name");
        labelled("birth-date", 117.5, 17.4, 26, "patient.birth-date");
        labelled("sex", 146, 17.4, 10, "patient.sex");
        labelled("bed", 158, 17.4, 20, "encounter.bed");
        labelled("patient-id", 117.5, 23.2, 29, "patient.id");
        labelled("encounter-id", 148.5, 23.2, 29.5, "encounter.id");
        sheet.text(new PageBox(117.5, 30.1, 13, 4.2), "identity.allergies-short", Style.CAPTION_PT, false, Align.LEFT);
        print("printed-allergies", new PageBox(131.5, 30.1, 46.5, 4.2), Criticality.HIGH, "patient.allergies");
        label(LABEL_ZONE_BESIDE);
    }

    private void label(PageBox zone) {
        sheet.fill(zone, Style.WHITE);
        sheet.frame(zone, 0.4, Style.TICK_STROKE_MM);
        sheet.paragraph(
                Sheet.box(zone.left() + 1, zone.top() + 0.5, 64, 7), "patient-label", Style.CAPTION_PT, false, 2);
        sheet.field(new FieldZone.Label("patient-label" + suffix, zone, Criticality.HIGH));
    }

    private void labelled(String id, double x, double y, double width, String source) {
        sheet.text(Sheet.box(x, y, width, 3), "identity." + id, Style.CAPTION_PT, false, Align.LEFT);
        print(
                "printed-" + id,
                Sheet.box(x, y + 2.9, width, sheet.frame().landscape() ? 3.4 : 4.4),
                Criticality.HIGH,
                source);
    }

    private void print(String id, PageBox box, Criticality criticality, String source) {
        sheet.field(new FieldZone.Print(id + suffix, box, criticality, source));
    }

    private void foot(int pages, String form, int version) {
        PageFrame frame = sheet.frame();
        sheet.text(
                Sheet.box(frame.widthMm() - 96, frame.footTopMm(), 52, 6),
                "=" + form + " v" + version + "   ·   " + page + " / " + pages,
                9,
                true,
                Align.RIGHT);
        guide();
        sheet.text(Sheet.box(51, frame.footTopMm() + 17.6, 136, 4), "foot", Style.CAPTION_PT, false, Align.LEFT);
        sheet.text(
                Sheet.box(frame.widthMm() - 41, frame.footTopMm() + 6, 18, 3.4),
                "reference",
                Style.CAPTION_PT,
                false,
                Align.RIGHT);
        sheet.frame(frame.emptyReference(), Style.TICK_FRAME_GREY, Style.TICK_STROKE_MM);
        sheet.fill(frame.filledReference(), Style.BLACK);
    }

    private void guide() {
        double x = 51;
        double y = sheet.frame().footTopMm() + 8.5;
        double width = words.widthMm("guide", Style.CAPTION_PT, false);
        sheet.text(Sheet.box(x, y, width + 0.5, 7), "guide", Style.CAPTION_PT, false, Align.LEFT);
        x += width + 2.5;
        for (String character : "0 1 2 3 4 5 6 7 8 9".split(" ")) {
            PageBox cell = Sheet.box(x, y, Style.CELL_WIDTH, Style.CELL_HEIGHT);
            sheet.frame(cell, Style.CELL_FRAME_GREY, Style.HAIRLINE_MM);
            sheet.text(cell, "=" + character, 14, false, Align.CENTRE);
            x += Style.CELL_PITCH;
        }
        sheet.text(Sheet.box(x + 2, y, 20, 7), "guide.tick", Style.CAPTION_PT, false, Align.RIGHT);
        PageBox tick = Sheet.box(x + 23, y + 1.4, Style.TICK, Style.TICK);
        sheet.frame(tick, Style.TICK_FRAME_GREY, Style.TICK_STROKE_MM);
        sheet.rule(tick.left() + 0.5, tick.top() + 0.5, tick.right() - 0.5, tick.bottom() - 0.5, 0, 0.45);
        sheet.rule(tick.right() - 0.5, tick.top() + 0.5, tick.left() + 0.5, tick.bottom() - 0.5, 0, 0.45);
    }
}
