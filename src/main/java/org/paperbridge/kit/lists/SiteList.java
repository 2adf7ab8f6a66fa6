package org.paperbridge.kit.lists;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list no census holds: the site keeps it as a CSV file in {@code lists/} of its home.
 *
 * @param key name of the CSV file without its ending, and of its words
 * @param fileName of the print
 * @param coming only lines of the days to come are printed
 * @param free empty lines at the end
 * @param rowMm least height of a line
 * @param desks that get it; empty when everybody does
 * @param titles by language, of lists the product has no words for
 */
public record SiteList(
        String key,
        String fileName,
        boolean coming,
        List<Col> columns,
        int free,
        double rowMm,
        Set<String> desks,
        Map<String, String> titles) {

    public SiteList {
        columns = List.copyOf(columns);
        desks = Set.copyOf(desks);
        titles = Map.copyOf(titles);
    }

    /** What stands in a column. */
    enum Fill {
        /** What the file says. */
        GIVEN,
        /** The same, and a row without it is noted. */
        REQUIRED,
        /** Nothing: room to write. */
        PEN,
        /** A box to tick. */
        TICK
    }

    record Col(String key, double share, Fill fill) {

        boolean isGiven() {
            return fill == Fill.GIVEN || fill == Fill.REQUIRED;
        }
    }

    /** Name of the CSV file, e.g. {@code phones.csv}. */
    public String csv() {
        return key + ".csv";
    }

    /** Whether whoever runs these desks gets the list; wards run none. */
    boolean isFor(Set<String> running) {
        return desks.isEmpty() || running.stream().anyMatch(desks::contains);
    }

    List<Col> given() {
        return columns.stream().filter(Col::isGiven).toList();
    }
}
