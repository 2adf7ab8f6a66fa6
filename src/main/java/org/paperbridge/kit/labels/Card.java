package org.paperbridge.kit.labels;

import java.util.List;

/**
 * What one card says.
 *
 * @param title what it is
 * @param number with its barcode; empty for cards without one
 * @param part which of the cards with this number, e.g. {@code 1/2}; empty when there is one
 * @param lines printed, the first in large letters
 * @param write captions of lines left for the pen
 * @param tick words beside boxes
 */
public record Card(
        String title, String number, String part, List<String> lines, List<String> write, List<String> tick) {

    public Card {
        lines = List.copyOf(lines);
        write = List.copyOf(write);
        tick = List.copyOf(tick);
    }
}
