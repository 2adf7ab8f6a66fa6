package org.paperbridge.kit.part;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person should know before trusting a kit: a list that is missing, a name that was cut, two patients in one bed.
 * Printed on the exception list; never a reason to print nothing.
 */
public final class KitNotes {

    private final List<String> lines = new ArrayList<>();

    /** @param line in the language of the kit, a sentence that says what to do */
    public void add(String line) {
        if (!lines.contains(line)) {
            lines.add(line);
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
