package org.paperbridge.identify;

import java.util.List;
import org.paperbridge.form.page.ScanPoint;

/**
 * A symbol decoded somewhere on a scan.
 *
 * @param text what it says
 * @param finders centres of its finder patterns, scan frame: top-left, top-right, bottom-left of the symbol
 */
public record SeenCode(String text, List<ScanPoint> finders) {

    public SeenCode {
        finders = List.copyOf(finders);
    }
}
