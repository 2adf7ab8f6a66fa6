package org.paperbridge.form.layout;

import java.util.List;
import java.util.Optional;

/** Every form version this installation can read: all that were ever released. */
public interface FormCatalogue {

    List<FormTemplate> listForms();

    /** By the number and version in a page code. */
    Optional<FormTemplate> findForm(int number, int version);

    Optional<FormTemplate> findForm(FormRef ref);

    /** The newest version of a form. */
    Optional<FormTemplate> findNewest(String form);
}
