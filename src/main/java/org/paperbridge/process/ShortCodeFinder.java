package org.paperbridge.process;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.pagecode.ShortCode;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.register.PageRegistrar;
import org.paperbridge.register.RegistrationResult;

/** The printed short code of a page, read without knowing its form: every form prints it at a place its frame tells. */
public final class ShortCodeFinder {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ-";

    private final PageRegistrar registrar;
    private final PrintedLineReader lines;
    private final FormCatalogue forms;

    public ShortCodeFinder(PageRegistrar registrar, PrintedLineReader lines, FormCatalogue forms) {
        this.registrar = registrar;
        this.lines = lines;
        this.forms = forms;
    }

    /** Empty when the page has no frame of ours, or its code's check character does not agree. */
    Optional<ShortCode> find(PageImage image) {
        return forms.listForms().stream()
                .flatMap(form -> form.layout().pages().stream())
                .map(Frame::of)
                .distinct()
                .flatMap(frame -> find(image, frame).stream())
                .findFirst();
    }

    /** On a page that is located already. */
    Optional<ShortCode> find(PageImage image, PageRegistration registration, PageBox box) {
        return ShortCode.parse(lines.read(image, registration, box, ALPHABET));
    }

    private Optional<ShortCode> find(PageImage image, Frame frame) {
        return switch (registrar.register(image, frame.toLayout())) {
            case RegistrationResult.Located located -> find(image, located.registration(), frame.shortCode());
            case RegistrationResult.NotLocated not -> Optional.empty();
        };
    }

    /** What pages of different forms have in common. */
    private record Frame(double widthMm, double heightMm, List<Fiducial> fiducials, PageBox shortCode) {

        static Frame of(LayoutPage page) {
            return new Frame(page.widthMm(), page.heightMm(), page.fiducials(), page.shortCode());
        }

        LayoutPage toLayout() {
            return new LayoutPage(1, widthMm, heightMm, fiducials, List.of(), shortCode, List.of(), List.of());
        }
    }
}
