package org.paperbridge.template.author;

import java.util.List;
import java.util.Optional;

/**
 * A titled block of rows, or a grid.
 *
 * @param title label key, empty for none
 * @param repeat how many times the rows are laid out; {@code {n}} in field ids counts from 1
 * @param rows fields from left to right
 * @param grid parameters by columns
 */
public record SectionSource(
        Optional<String> title, int repeat, List<List<FieldSource>> rows, Optional<GridSource> grid) {

    public SectionSource {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
