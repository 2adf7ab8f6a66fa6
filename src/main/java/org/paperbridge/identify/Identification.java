package org.paperbridge.identify;

import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;

/** Which printed page a scan shows, or why nobody can say. */
public sealed interface Identification {

    /**
     * One page, authentic, of a form this installation knows.
     *
     * @param seen where its code lies on the scan
     */
    record Identified(PageIdentity identity, FormTemplate form, Orientation seen) implements Identification {}

    /** Never guessed: the outcome says what a person has to do. */
    record NotIdentified(PageOutcome outcome) implements Identification {}
}
