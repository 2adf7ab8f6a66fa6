package org.paperbridge.kit.sheets;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.part.Bed;

/** Fills the open space of one kind of form. */
@FunctionalInterface
public interface SheetMaker {

    /**
     * @param bed empty for a blank copy: headings with room to write
     * @param room the open space
     * @return one body a copy of the form; none when there is nothing to say about this patient
     */
    List<SheetBody> draw(SheetContext kit, Optional<Bed> bed, PageBox room);
}
