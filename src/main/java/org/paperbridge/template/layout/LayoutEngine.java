package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.template.author.FormSource;
import org.paperbridge.template.author.SectionSource;

/** Computes where everything of a form lies. Runs when a version is released; readers use the frozen result. */
public final class LayoutEngine {

    private final TextMeasure measure;

    public LayoutEngine(TextMeasure measure) {
        this.measure = measure;
    }

    /**
     * @param labels by language, then key: one geometry holds them all
     * @throws LayoutOverflowException when something does not fit
     */
    public Layout compute(FormSource form, Map<String, Map<String, String>> labels) {
        List<LayoutPage> pages = new ArrayList<>();
        Words words = new Words(labels, measure);
        PageFrame frame = PageFrame.of(form.paper());
        for (int i = 0; i < form.pages().size(); i++) {
            Sheet sheet = new Sheet(frame);
            FieldPlacer fields = new FieldPlacer(sheet, words, form.criticality());
            new FrameDrawer(sheet, words, i + 1, form.paper()).draw(form.pages().size(), form.form(), form.version());
            double y = frame.contentTopMm();
            for (SectionSource section : form.pages().get(i).sections()) {
                y = place(section, sheet, words, fields, y) + Style.SECTION_GAP;
            }
            y -= Style.SECTION_GAP;
            if (y > frame.contentBottomMm()) {
                throw new LayoutOverflowException(
                        "",
                        String.format(Locale.ROOT, "page %d is %.1f mm too long", i + 1, y - frame.contentBottomMm()));
            }
            pages.add(sheet.toPage(i + 1));
        }
        FormRef ref = new FormRef(form.form(), form.version());
        return new Layout(ref, Fingerprint.of(pages), pages);
    }

    private static double place(SectionSource section, Sheet sheet, Words words, FieldPlacer fields, double top) {
        SectionPlacer placer = new SectionPlacer(sheet, words, fields);
        if (section.grid().isEmpty() && section.table().isEmpty()) {
            return placer.place(section, top);
        }
        double y = top;
        if (section.title().isPresent()) {
            placer.title(section.title().get(), y);
            y += Style.SECTION_HEIGHT;
        }
        return section.table().isPresent()
                ? new TablePlacer(sheet, words, fields)
                        .place(section, section.table().get(), y)
                : new GridPlacer(sheet, fields).place(section.grid().orElseThrow(), y);
    }
}
