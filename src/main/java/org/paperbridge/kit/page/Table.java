package org.paperbridge.kit.page;

import java.util.List;

/**
 * A list as people read it.
 *
 * @param columns left to right
 * @param rows one cell a column
 * @param ruled lines between the columns: people write in it
 */
public record Table(List<Column> columns, List<Row> rows, boolean ruled) {

    /** A table to look things up in. */
    public Table(List<Column> columns, List<Row> rows) {
        this(columns, rows, false);
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has " + row.cells().size() + " cells, the table " + columns.size() + " columns");
            }
        }
    }

    /**
     * @param share of the width; shares need not add up to anything
     * @param bold what the eye looks for
     */
    public record Column(String heading, double share, boolean bold) {}

    /**
     * @param strong printed on grey: a heading among the rows
     * @param leastMm height even when there is little or nothing in it: room for the pen
     */
    public record Row(List<String> cells, boolean strong, double leastMm) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String... cells) {
            return new Row(List.of(cells), false, 0);
        }
    }
}
