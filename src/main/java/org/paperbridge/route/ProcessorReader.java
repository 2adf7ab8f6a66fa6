package org.paperbridge.route;

import java.util.Optional;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.validation.queue.Answer;

/**
 * Reads sides with the page processor. A page a reviewer named is looked up among the printed forms and typed in by
 * hand: without its codes it cannot be located surely enough to be read.
 */
public final class ProcessorReader implements PageReader {

    private final PageProcessor processor;
    private final PrintedForms printed;

    public ProcessorReader(PageProcessor processor, PrintedForms printed) {
        this.processor = processor;
        this.printed = printed;
    }

    @Override
    public PageOutcome read(PageImage image, Optional<Answer.NamePage> named) {
        return named.map(this::typedByHand).orElseGet(() -> processor.process(image));
    }

    private PageOutcome typedByHand(Answer.NamePage named) {
        Optional<PrintedForm> form = printed.find(named.serial());
        if (form.isEmpty()) {
            return new PageOutcome.Unidentified("no-such-serial");
        }
        PageIdentity identity = new PageIdentity(
                form.get().site(),
                form.get().form(),
                form.get().fingerprint(),
                form.get().serial(),
                named.page(),
                named.copy(),
                form.get().issuedAt(),
                form.get().patientId(),
                form.get().encounterId(),
                IdentifiedBy.REVIEWER);
        return new PageOutcome.Unregistered(identity, 0, 0);
    }
}
