package org.paperbridge.kit.sheets;

import java.util.List;
import org.paperbridge.form.layout.Drawing;

/**
 * What is printed for one patient into the open space of a form page.
 *
 * @param drawings in the page frame, in painting order; texts are given with a leading {@code =}
 */
public record SheetBody(List<Drawing> drawings) {

    public SheetBody {
        drawings = List.copyOf(drawings);
    }
}
