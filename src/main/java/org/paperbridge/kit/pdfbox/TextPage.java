package org.paperbridge.kit.pdfbox;

import java.util.List;
import org.paperbridge.form.layout.PageBox;

/** A page of running text on A4. */
public record TextPage(List<Line> lines) {

    public TextPage {
        lines = List.copyOf(lines);
    }

    /** One line of text in a box of the page frame, mm. */
    public record Line(PageBox box, String text, double sizePt, boolean bold) {}
}
