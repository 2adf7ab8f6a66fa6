package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the characters of a comb field mean. Empty when they mean nothing, e.g. 31 February. */
public final class WrittenValue {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,]\\d+)?|[.,]\\d+");
    private static final Pattern DATE = Pattern.compile("(\\d{2})[ ./-]?(\\d{2})[ ./-]?(\\d{4})");
    private static final Pattern TIME = Pattern.compile("(\\d{2})[ :hH]?(\\d{2})");

    private WrittenValue() {}

    /** A number with decimal comma or point. */
    public static Optional<BigDecimal> number(String written) {
        String compact = written.replace(" ", "");
        if (!NUMBER.matcher(compact).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(compact.replace(',', '.')));
    }

    /** Day, month, year, with or without the preprinted separators. */
    public static Optional<LocalDate> date(String written) {
        Matcher m = DATE.matcher(written.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(m.group(3)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Hour and minute, with or without the preprinted colon; 24:00 is no time. */
    public static Optional<LocalTime> time(String written) {
        Matcher m = TIME.matcher(written.strip());
        if (!m.matches()) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(m.group(1));
        int minute = Integer.parseInt(m.group(2));
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }
}
