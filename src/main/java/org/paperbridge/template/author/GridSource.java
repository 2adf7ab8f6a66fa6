package org.paperbridge.template.author;

import java.util.List;

/**
 * Parameters as rows, moments as columns.
 *
 * @param columns how many
 * @param firstColumn number of the first one, so that pages continue each other
 * @param rows groups from top to bottom; {@code {n}} in field ids is the column
 */
public record GridSource(int columns, int firstColumn, List<FieldSource> rows) {

    public GridSource {
        rows = List.copyOf(rows);
    }
}
