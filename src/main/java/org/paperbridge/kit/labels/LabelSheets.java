package org.paperbridge.kit.labels;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.Barcodes;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.TextMeasure;

/** Labels onto as many sheets as they need. */
public final class LabelSheets {

    private final LabelFace face;

    public LabelSheets(Barcodes barcodes, TextMeasure measure) {
        this.face = new LabelFace(barcodes, measure);
    }

    /**
     * @param offset of this printer, from the calibration page
     * @param used labels already taken from the first sheet
     */
    public List<DrawnPage> draw(LabelFormat format, PrinterOffset offset, int used, List<Label> labels) {
        List<DrawnPage> pages = new ArrayList<>();
        PageSketch page = PageSketch.portrait();
        int place = used;
        for (Label label : labels) {
            if (place == format.perSheet()) {
                pages.add(page.done());
                page = PageSketch.portrait();
                place = 0;
            }
            PageBox box = offset.moved(format.place(place++));
            if (format.cut()) {
                page.outline(box);
            }
            face.draw(page, box, label);
        }
        pages.add(page.done());
        return pages;
    }
}
