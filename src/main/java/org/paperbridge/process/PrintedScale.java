package org.paperbridge.process;

import java.util.OptionalDouble;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;

/**
 * At what size a page was printed or copied, 1 for true size. Two things tell, and only where both say the same is it
 * known: the resolution the file states, which often lies, and the share of the scan that the page takes, which a
 * photograph or a larger glass changes.
 */
final class PrintedScale {

    /** Cells and ticks are read within these; what prints "to fit" is mostly at 94 to 97 %. */
    private static final double LEAST = 0.94;

    private static final double MOST = 1.06;
    private static final double MM_PER_INCH = 25.4;
    private static final double MOST_DISAGREEMENT = 0.04;

    private PrintedScale() {}

    /** Only where it is known and out of range. */
    static OptionalDouble outOfRange(PageImage image, PageRegistration where, LayoutPage layout) {
        double pixelsPerMm = where.pixelsPerMm(new PagePoint(layout.widthMm() / 2, layout.heightMm() / 2));
        double stated = image.declaredDpi() > 0 ? pixelsPerMm * MM_PER_INCH / image.declaredDpi() : 1;
        if (stated >= LEAST && stated <= MOST) {
            return OptionalDouble.empty();
        }
        double page = layout.widthMm() * layout.heightMm() * pixelsPerMm * pixelsPerMm;
        double share = Math.sqrt(page / ((double) image.width() * image.height()));
        return Math.abs(share / stated - 1) <= MOST_DISAGREEMENT ? OptionalDouble.of(stated) : OptionalDouble.empty();
    }
}
