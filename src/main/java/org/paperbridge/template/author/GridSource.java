package org.paperbridge.template.author;

import java.util.List;

/**
 * Parameters as rows, moments as columns.
 *
 * @param columns how many
 * @param firstColumn number of the first one, so that pages continue each other
 * @param labelWidth of the parameters' names, mm
 * @param heads what is printed above the columns: label keys, or {@code =} and the text; empty for none
 * @param rows groups from top to bottom; {@code {n}} in field ids is the column
 */
public record GridSource(int columns, int firstColumn, double labelWidth, List<String> heads, List<FieldSource> rows) {

    public GridSource {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }
}
