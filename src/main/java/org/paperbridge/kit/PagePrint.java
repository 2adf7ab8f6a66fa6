package org.paperbridge.kit;

import java.util.Map;

/**
 * What is printed on one page beside its static part.
 *
 * @param prefill source word of a print zone, e.g. {@code patient.name}, to its text; absent zones stay empty
 * @param code printed at every code place of the layout
 * @param shortCode for people to type
 */
public record PagePrint(Map<String, String> prefill, PageCodeSymbol code, String shortCode) {

    public PagePrint {
        prefill = Map.copyOf(prefill);
    }
}
