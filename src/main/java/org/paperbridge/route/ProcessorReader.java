package org.paperbridge.route;

import java.util.Optional;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.validation.queue.Answer;

/** Reads sides with the page processor; a page that a reviewer named is read as the page of that name. */
public final class ProcessorReader implements PageReader {

    private final PageProcessor processor;

    public ProcessorReader(PageProcessor processor) {
        this.processor = processor;
    }

    @Override
    public PageOutcome read(PageImage image, Optional<Answer.Naming> named) {
        return named.map(naming -> switch (naming) {
                    case Answer.NamePage name -> processor.process(image, name.serial(), name.page(), name.copy());
                    case Answer.NameForm name ->
                        processor.process(image, new FormRef(name.form(), name.version()), name.page(), name.serial());
                })
                .orElseGet(() -> processor.process(image));
    }
}
