package org.paperbridge.form.page;

import java.util.Optional;

/** Every form this installation printed. A readable page code needs no registry; a page named by hand does. */
public interface PrintedForms {

    /** Notes a printed form; a serial that is already there stays as it is. */
    void register(PrintedForm form);

    Optional<PrintedForm> find(String serial);
}
