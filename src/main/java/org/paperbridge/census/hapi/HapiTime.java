package org.paperbridge.census.hapi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HL7 v2 timestamps, {@code YYYYMMDD[HHMM[SS[.S]]][+ZZZZ]}. */
final class HapiTime {

    private static final Pattern STAMP =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(?:(\\d{2})(?:\\.\\d+)?)?)?([+-]\\d{4})?");

    private HapiTime() {}

    static Optional<LocalDate> date(String stamp) {
        return local(stamp).map(LocalDateTime::toLocalDate);
    }

    /** Ward time as written, its offset ignored. */
    static Optional<LocalDateTime> local(String stamp) {
        Matcher parts = STAMP.matcher(stamp);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Order among messages; without offset the ward's zone, the earlier of two in the repeated hour. */
    static Optional<Instant> instant(String stamp, ZoneId ward) {
        Matcher parts = STAMP.matcher(stamp);
        if (!parts.matches()) {
            return Optional.empty();
        }
        ZoneId zone = parts.group(7) == null ? ward : ZoneOffset.of(parts.group(7));
        return local(stamp).map(time -> time.atZone(zone).toInstant());
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
