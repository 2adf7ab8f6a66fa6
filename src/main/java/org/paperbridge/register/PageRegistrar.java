package org.paperbridge.register;

import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageImage;

/** Finds where a printed page lies on a scan. Safe to share between threads. */
public interface PageRegistrar {

    /** @param seen where one of the page's codes lies: gives turn, scale and a first guess to search from */
    RegistrationResult register(PageImage image, LayoutPage layout, Orientation seen);

    /** For a page whose codes are gone: turn and scale come from at least two of its numbered markers. */
    RegistrationResult register(PageImage image, LayoutPage layout);
}
