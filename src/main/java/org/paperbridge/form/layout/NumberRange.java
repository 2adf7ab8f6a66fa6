package org.paperbridge.form.layout;

/**
 * Inclusive bounds of a number, in the field's unit.
 *
 * @param lowest smallest value that can be real
 * @param highest largest value that can be real
 */
public record NumberRange(double lowest, double highest) {

    public NumberRange {
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("Range " + lowest + " to " + highest + " is upside down");
        }
    }

    public boolean contains(double value) {
        return value >= lowest && value <= highest;
    }
}
