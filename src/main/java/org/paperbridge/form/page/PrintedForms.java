package org.paperbridge.form.page;

import java.util.List;
import java.util.Optional;

/** Every form this installation printed. A readable page code needs no registry; a page named by hand does. */
public interface PrintedForms {

    /** Notes printed forms, all or none; a serial that is already there stays as it is. */
    void register(List<PrintedForm> forms);

    Optional<PrintedForm> find(String serial);
}
