package org.paperbridge.backentry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.paperbridge.form.record.ClinicalRecord;

/** A date, perhaps with a time, as written on paper. */
public sealed interface WrittenMoment {

    /** Nothing written. */
    record Unwritten() implements WrittenMoment {}

    /** Only the day. */
    record Day(LocalDate date) implements WrittenMoment {}

    /** To the minute, with the offset that held on the ward. */
    record Minute(OffsetDateTime at) implements WrittenMoment {}

    /** When the record happened: as released, else the day that the paper gives. */
    static WrittenMoment occurred(ClinicalRecord record, ZoneId ward) {
        return record.occurredAt()
                .<WrittenMoment>map(at -> new Minute(at.atZone(ward).toOffsetDateTime()))
                .orElseGet(() -> of(record, "date", "time", ward));
    }

    /**
     * A moment from two roles of a record.
     *
     * @throws RecordRefusedException when the clocks went forward over it or back through it, or it is no date
     */
    static WrittenMoment of(ClinicalRecord record, String dateRole, String timeRole, ZoneId ward) {
        String writtenDate = record.values().getOrDefault(dateRole, "");
        String writtenTime = record.values().getOrDefault(timeRole, "");
        if (writtenDate.isBlank()) {
            return new Unwritten();
        }
        LocalDate date = WrittenText.date(writtenDate).orElseThrow(() -> impossible(dateRole));
        if (writtenTime.isBlank()) {
            return new Day(date);
        }
        LocalTime time = WrittenText.time(writtenTime).orElseThrow(() -> impossible(timeRole));
        List<ZoneOffset> offsets = ward.getRules().getValidOffsets(date.atTime(time));
        if (offsets.size() != 1) {
            throw new RecordRefusedException(
                    "ambiguous-time",
                    "Heure notée pendant le changement d'heure (" + timeRole
                            + ") : elle n'existe pas ou existe deux fois. Demander au service et corriger.",
                    "Time written during the clock change (" + timeRole
                            + "): it does not exist or exists twice. Ask the ward and correct it.");
        }
        return new Minute(date.atTime(time).atOffset(offsets.getFirst()));
    }

    /** Wholly over at that instant; a day is over when the next one has begun. */
    default boolean before(Instant instant, ZoneId ward) {
        return switch (this) {
            case Unwritten() -> false;
            case Day day -> day.date().isBefore(instant.atZone(ward).toLocalDate());
            case Minute minute -> minute.at().toInstant().isBefore(instant);
        };
    }

    private static RecordRefusedException impossible(String role) {
        return new RecordRefusedException(
                "impossible-date",
                "La date ou l'heure notée (" + role + ") n'existe pas. Corriger la page.",
                "The date or time written (" + role + ") does not exist. Correct the page.");
    }
}
