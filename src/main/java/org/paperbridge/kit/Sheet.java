package org.paperbridge.kit;

import java.time.Instant;
import org.paperbridge.form.layout.FormTemplate;

/** One copy of a form in a file: printed now, or taken over as it is from the kit before. */
public sealed interface Sheet permits IssuedForm, EarlierSheet {

    FormTemplate form();

    String serial();

    /** When it was printed, to the minute; stands on it. */
    Instant issuedAt();

    int pages();
}
