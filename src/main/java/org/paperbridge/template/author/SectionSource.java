package org.paperbridge.template.author;

import java.util.List;
import java.util.Optional;

/**
 * A titled block of rows, a table, or a grid.
 *
 * @param title label key, empty for none
 * @param repeat how many times the rows are laid out; {@code {n}} in field ids counts from {@code first}
 * @param first number of the first repetition
 * @param rows fields from left to right; one row for a table
 * @param table how the repetitions are set as lines of a table
 * @param grid parameters by columns
 */
public record SectionSource(
        Optional<String> title,
        int repeat,
        int first,
        List<List<FieldSource>> rows,
        Optional<TableSource> table,
        Optional<GridSource> grid) {

    public SectionSource {
        rows = rows.stream().map(List::copyOf).toList();
    }

    public int last() {
        return first + repeat - 1;
    }

    /**
     * Repeated lines under one row of captions.
     *
     * @param labels a printed word before each line, by label key; empty numbers the lines
     * @param labelWidth of the printed words, mm
     * @param head label key above the printed words, empty for none
     */
    public record TableSource(List<String> labels, double labelWidth, Optional<String> head) {
        public TableSource {
            labels = List.copyOf(labels);
        }
    }
}
