package org.paperbridge.validation.batch;

import java.util.Optional;

/** Makes the sheet that goes on top of a stack. */
@FunctionalInterface
public interface BatchSheetPrinter {

    /**
     * Prints the first sheet of a new batch.
     *
     * @param expected sheets of paper counted by hand
     * @param language {@code fr} or {@code en}
     * @return a PDF file
     * @throws IllegalArgumentException saying which word is too long for the sheet
     */
    byte[] print(String unit, String shift, String operator, Optional<Integer> expected, String language);
}
