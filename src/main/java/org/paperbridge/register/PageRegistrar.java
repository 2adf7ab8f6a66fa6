package org.paperbridge.register;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;

/** Finds where a printed page lies on a scan. Safe to share between threads. */
public interface PageRegistrar {

    /** @param seen where one of the page's codes lies: gives turn, scale and a first guess to search from */
    RegistrationResult register(PageImage image, LayoutPage layout, Orientation seen);

    /** For a page whose codes are gone: turn and scale come from at least two of its numbered markers. */
    RegistrationResult register(PageImage image, LayoutPage layout);

    /** The first of several frames that a page fits whose codes are gone; its markers are looked for only once. */
    Optional<Framed> register(PageImage image, List<LayoutPage> frames);

    /** A frame and where it lies. */
    record Framed(LayoutPage frame, PageRegistration registration) {}
}
