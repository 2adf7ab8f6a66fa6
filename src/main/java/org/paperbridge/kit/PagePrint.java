package org.paperbridge.kit;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.Drawing;

/**
 * What is printed on one page beside its static part.
 *
 * @param prefill source word of a print zone, e.g. {@code patient.name}, to its text; absent zones stay empty
 * @param code printed at every code place of the layout
 * @param shortCode for people to type
 * @param body drawn over it; texts are given with a leading {@code =}
 */
public record PagePrint(Map<String, String> prefill, PageCodeSymbol code, String shortCode, List<Drawing> body) {

    public PagePrint {
        prefill = Map.copyOf(prefill);
        body = List.copyOf(body);
    }
}
