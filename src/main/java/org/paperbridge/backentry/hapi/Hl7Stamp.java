package org.paperbridge.backentry.hapi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.paperbridge.backentry.WrittenMoment;

/** Ward time with its offset, so that no receiver has to know our zone. */
final class Hl7Stamp {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private Hl7Stamp() {}

    static String of(Instant at, ZoneId ward) {
        return of(at.atZone(ward).toOffsetDateTime());
    }

    static String of(OffsetDateTime at) {
        return SECONDS.format(at);
    }

    /** Empty when nothing is written; only as precise as the pen was. */
    static String of(WrittenMoment moment) {
        return switch (moment) {
            case WrittenMoment.Unwritten() -> "";
            case WrittenMoment.Day day -> DAY.format(day.date());
            case WrittenMoment.Minute minute -> of(minute.at());
        };
    }
}
