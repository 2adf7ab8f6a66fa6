package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Inclusive limits of a band on a chart.
 *
 * @param lowest empty when open downwards
 * @param highest empty when open upwards
 */
record Band(Optional<BigDecimal> lowest, Optional<BigDecimal> highest) {

    private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?)?";
    private static final Pattern WRITTEN = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

    /** {@code 9..11}, {@code ..8}, {@code 25..}; empty when it is none of these. */
    static Optional<Band> parse(String written) {
        Matcher m = WRITTEN.matcher(written.replace(" ", ""));
        if (!m.matches()) {
            return Optional.empty();
        }
        Optional<BigDecimal> lowest = Optional.ofNullable(m.group(1)).map(BigDecimal::new);
        Optional<BigDecimal> highest = Optional.ofNullable(m.group(2)).map(BigDecimal::new);
        boolean upsideDown =
                lowest.isPresent() && highest.isPresent() && lowest.get().compareTo(highest.get()) > 0;
        return upsideDown || lowest.isEmpty() && highest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Band(lowest, highest));
    }

    boolean contains(BigDecimal value) {
        return lowest.map(l -> value.compareTo(l) >= 0).orElse(true)
                && highest.map(h -> value.compareTo(h) <= 0).orElse(true);
    }
}
