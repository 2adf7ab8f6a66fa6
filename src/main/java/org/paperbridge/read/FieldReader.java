package org.paperbridge.read;

import java.util.List;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.FieldReading;

/** Reads what was written on a located page. Safe to share between threads; same input, same output. */
public interface FieldReader extends AutoCloseable {

    /**
     * One reading a field, in the layout's order. Prefilled print has none: it is known from the page code.
     *
     * @param image scan frame, px
     * @param registration page frame (mm) to scan frame
     * @param layout the geometry this very page was printed with
     */
    List<FieldReading> read(PageImage image, PageRegistration registration, LayoutPage layout);

    @Override
    void close();
}
