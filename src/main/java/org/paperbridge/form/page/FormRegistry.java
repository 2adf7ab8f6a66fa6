package org.paperbridge.form.page;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Every form this installation printed, so that it can be said what did not come back. */
public interface FormRegistry extends PrintedForms {

    /**
     * Notes forms printed one by one, all or none; a serial that is already there stays as it is, but for a further
     * copy of the sheet.
     *
     * @param unit code of the unit they are for; empty when none was named
     */
    void register(String unit, List<PrintedForm> forms);

    /** Notes forms made with a unit's kit, which may never meet paper; all or none. */
    void registerKit(String unit, List<PrintedForm> forms);

    /**
     * Says what a unit's kit now holds: kit forms of this unit that are not among them are replaced, and not looked for
     * unless a page of them comes back.
     *
     * @param serials of every form in the kit
     */
    void replaceKit(String unit, Set<String> serials, Instant since);

    /**
     * Forgets the patient of kit sheets that were replaced before a moment and of which nothing was heard: no page came
     * back, and nobody said anything of one. Each could be on paper, so the sheet itself stays known for ever: what form
     * it is, when it was made and for which unit.
     *
     * @return of how many; not all at once when there are very many
     */
    int forgetPatients(Instant replacedBefore);
}
