package org.paperbridge.questionnaire;

import java.util.List;
import java.util.Optional;

/** What is written or ticked as the answer to a question. */
public sealed interface Answer {

    /** Yes or no. */
    record YesNo() implements Answer {}

    /**
     * One of, or many of.
     *
     * @param open a line for another answer stands behind the boxes
     */
    record Choice(List<Option> options, boolean many, boolean open) implements Answer {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * @param whole no decimals
     * @param unit printed behind the cells
     * @param ucum its UCUM code
     * @param least inclusive
     * @param most inclusive
     */
    record Number(
            boolean whole, Optional<String> unit, Optional<String> ucum, Optional<Double> least, Optional<Double> most)
            implements Answer {}

    /** @param date a calendar date is asked @param time a time of day is asked */
    record Moment(boolean date, boolean time) implements Answer {}

    /** @param length most characters, 0 when not limited @param lines to write on */
    record Text(int length, int lines) implements Answer {}

    /** Printed only. */
    record Nothing() implements Answer {}

    /** @param value as the form's option, label-safe @param system of the code, empty for none */
    record Option(String value, String system, String code, Words words) {}
}
