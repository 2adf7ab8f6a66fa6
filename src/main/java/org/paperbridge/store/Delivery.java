package org.paperbridge.store;

import java.util.Optional;

/**
 * How a file came.
 *
 * @param fileName as delivered; may hold anything, so it is kept sealed
 * @param source which device or folder it came from
 * @param place among files that may be one stack; empty when a file of this source is always a stack of its own
 * @param backsLeftOut whether its device drops empty backs
 */
public record Delivery(String fileName, String source, Optional<Place> place, boolean backsLeftOut) {

    /**
     * What its name says.
     *
     * @param series what files of one stack have in common; may name a patient, so only a keyed hash is kept
     * @param number running number, from whatever its device begins with
     * @param madeAt ms, by the clock of its sender
     */
    public record Place(String series, long number, long madeAt) {}

    /** A stack of its own. */
    public static Delivery of(String fileName, String source) {
        return new Delivery(fileName, source, Optional.empty(), false);
    }
}
