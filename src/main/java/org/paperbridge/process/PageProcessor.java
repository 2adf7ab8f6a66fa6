package org.paperbridge.process;

import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.identify.Identification;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.read.FieldReader;
import org.paperbridge.register.PageRegistrar;
import org.paperbridge.register.RegistrationResult;

/**
 * The way of one side, in memory: identify, locate, read. Nothing is guessed: a side that cannot be identified or located
 * says so and waits for a person. Safe to share between threads; same image, same outcome.
 */
public final class PageProcessor {

    private final PageIdentifier identifier;
    private final PageRegistrar registrar;
    private final FieldReader reader;

    public PageProcessor(PageIdentifier identifier, PageRegistrar registrar, FieldReader reader) {
        this.identifier = identifier;
        this.registrar = registrar;
        this.reader = reader;
    }

    /** Never throws for what is on the paper. */
    public PageOutcome process(PageImage image) {
        return switch (identifier.identify(image)) {
            case Identification.NotIdentified not -> not.outcome();
            case Identification.Identified known -> locate(image, known);
        };
    }

    private PageOutcome locate(PageImage image, Identification.Identified known) {
        LayoutPage layout = known.form().layout().getPage(known.identity().page());
        return switch (registrar.register(image, layout, known.seen())) {
            case RegistrationResult.Located located ->
                new PageOutcome.Read(
                        known.identity(), located.registration(), reader.read(image, located.registration(), layout));
            case RegistrationResult.NotLocated not ->
                new PageOutcome.Unregistered(known.identity(), not.fiducialsFound(), not.residualMm());
        };
    }
}
