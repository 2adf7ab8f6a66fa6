package org.paperbridge.cli;

import java.util.List;
import org.paperbridge.form.layout.FormTemplate;

/** Which copies of a sheet are printed. */
final class CopiesFor {

    private CopiesFor() {}

    /**
     * How many copies, the original first.
     *
     * @param wanted names as typed; none for all that the form has
     * @throws RefusedException when the form has no such copy, or the original is left out: a copy alone would be looked
     *     for beside an original that never was
     */
    static int count(FormTemplate form, List<String> wanted) {
        if (wanted.isEmpty()) {
            return form.copies().size();
        }
        if (form.copies().isEmpty()) {
            throw new RefusedException(form.ref() + " is printed once; leave out --copies-for.");
        }
        if (wanted.size() > form.copies().size() || !wanted.equals(form.copies().subList(0, wanted.size()))) {
            throw new RefusedException("The copies of " + form.ref() + " are, in this order, "
                    + String.join(",", form.copies()) + "; --copies-for takes the first of them or all.");
        }
        return wanted.size();
    }
}
