package org.paperbridge.form.page;

import java.util.Optional;

/** What is known of printed forms. A readable page code needs none of it; a page named by hand does. */
@FunctionalInterface
public interface PrintedForms {

    Optional<PrintedForm> find(String serial);
}
