package org.paperbridge.form.page;

import java.util.List;

/**
 * Where identification saw a page code, so that registration need not search the whole scan. Which of the page's codes it
 * is stays open: all say the same.
 *
 * @param modules along one side of the symbol
 * @param finders centres of its finder patterns, scan frame: top-left, top-right, bottom-left of the symbol
 */
public record Orientation(int modules, List<ScanPoint> finders) {

    public Orientation {
        finders = List.copyOf(finders);
        if (finders.size() != 3) {
            throw new IllegalArgumentException("A symbol has three finder patterns, got " + finders.size());
        }
    }
}
