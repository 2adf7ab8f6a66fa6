package org.paperbridge.process;

import java.util.List;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.register.PageRegistrar;
import org.paperbridge.register.RegistrationResult;

/** Locates a page of ours without knowing its form: every form of a size has its corner marks at the same places. */
public final class PageFrames {

    private final PageRegistrar registrar;
    private final List<Frame> frames;

    public PageFrames(PageRegistrar registrar, FormCatalogue forms) {
        this.registrar = registrar;
        this.frames = forms.listForms().stream()
                .flatMap(form -> form.layout().pages().stream())
                .map(Frame::of)
                .distinct()
                .toList();
    }

    Search locate(PageImage image) {
        int marks = 0;
        for (Frame frame : frames) {
            switch (registrar.register(image, frame.toLayout())) {
                case RegistrationResult.Located located -> {
                    return new Found(frame, located.registration());
                }
                case RegistrationResult.NotLocated not -> marks = Math.max(marks, not.fiducialsFound());
            }
        }
        return new Nowhere(marks);
    }

    sealed interface Search {}

    record Found(Frame frame, PageRegistration registration) implements Search {}

    /** @param marks corner marks that were seen, too few to locate a page by */
    record Nowhere(int marks) implements Search {}

    /** What pages of different forms have in common. */
    record Frame(double widthMm, double heightMm, List<Fiducial> fiducials, PageBox shortCode) {

        private static Frame of(LayoutPage page) {
            return new Frame(page.widthMm(), page.heightMm(), page.fiducials(), page.shortCode());
        }

        private LayoutPage toLayout() {
            return new LayoutPage(1, widthMm, heightMm, fiducials, List.of(), shortCode, List.of(), List.of());
        }
    }
}
