package org.paperbridge.kit.part;

import java.io.IOException;
import java.util.List;

/** One kind of pages in a unit's kit. */
@FunctionalInterface
public interface KitPart {

    /**
     * @param notes what is missing or doubtful goes here
     * @return empty when there is nothing to print
     */
    List<? extends PartFile> draw(UnitKit kit, KitNotes notes) throws IOException;
}
