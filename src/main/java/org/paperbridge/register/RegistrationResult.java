package org.paperbridge.register;

import org.paperbridge.form.page.PageRegistration;

/** Whether a page could be located on its scan. */
public sealed interface RegistrationResult {

    record Located(PageRegistration registration) implements RegistrationResult {}

    /**
     * Too few corner marks, or marks that contradict each other. Geometry is never guessed.
     *
     * @param fiducialsFound of those on the page
     * @param residualMm of the best transform, 0 when there was none
     */
    record NotLocated(int fiducialsFound, double residualMm) implements RegistrationResult {}
}
