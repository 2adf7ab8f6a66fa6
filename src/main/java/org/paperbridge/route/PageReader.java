package org.paperbridge.route;

import java.util.Optional;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.queue.Answer;

/** Identifies, locates and reads one side in memory. Called by several workers at once. */
public interface PageReader {

    /**
     * What became of a side. Never throws for what is on the paper.
     *
     * @param named which page or form a reviewer said it is; then no code is looked for
     */
    PageOutcome read(PageImage image, Optional<Answer.Naming> named);
}
