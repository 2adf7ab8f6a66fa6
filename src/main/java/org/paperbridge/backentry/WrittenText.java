package org.paperbridge.backentry;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What decided values mean: French decimals, day-month-year, hours as wards write them. */
public final class WrittenText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,12}(?:[.,]\\d{1,6})?");
    private static final Pattern DATE = Pattern.compile("(\\d{2})[ ./-]?(\\d{2})[ ./-]?(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[ :hH]{0,3}(\\d{2})|[hH]?(\\d{1,2}) ?[hH]?");

    private WrittenText() {}

    public static Optional<BigDecimal> number(String written) {
        String compact = written.replace(" ", "");
        return NUMBER.matcher(compact).matches()
                ? Optional.of(new BigDecimal(compact.replace(',', '.')))
                : Optional.empty();
    }

    public static Optional<LocalDate> date(String written) {
        String text = written.strip();
        Matcher parts = DATE.matcher(text);
        try {
            if (ISO_DATE.matcher(text).matches()) {
                return Optional.of(LocalDate.parse(text));
            }
            return parts.matches()
                    ? Optional.of(LocalDate.of(number(parts, 3), number(parts, 2), number(parts, 1)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public static Optional<LocalTime> time(String written) {
        Matcher parts = TIME.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean hourOnly = parts.group(3) != null;
        int hour = number(parts, hourOnly ? 3 : 1);
        int minute = hourOnly ? 0 : number(parts, 2);
        return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
    }

    /** Several times, as ticked in printed columns; empty unless every one of them is a time. */
    public static List<LocalTime> times(String written) {
        List<LocalTime> times = new ArrayList<>();
        for (String part : written.split("\\s*[,;]\\s*|\\s+-\\s+")) {
            Optional<LocalTime> time = time(part);
            if (time.isEmpty()) {
                return List.of();
            }
            times.add(time.get());
        }
        return times.stream().distinct().sorted().toList();
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
