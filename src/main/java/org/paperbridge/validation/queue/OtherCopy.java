package org.paperbridge.validation.queue;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;

/**
 * The same page of another copy of the same sheet, as far as it has come.
 *
 * @param copy its number, 1 for the original
 * @param scan where it was seen
 * @param readings empty when it could not be located and was typed
 * @param released what it came to; empty while it waits for a person
 */
public record OtherCopy(int copy, ScanRef scan, List<FieldReading> readings, Optional<Settlement> released) {

    public OtherCopy {
        readings = List.copyOf(readings);
    }
}
