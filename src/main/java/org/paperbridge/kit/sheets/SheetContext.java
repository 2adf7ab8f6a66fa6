package org.paperbridge.kit.sheets;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.TextMeasure;

/** Words, zone and letters of the sheets of one kit. */
public record SheetContext(KitWords words, ZoneId ward, TextMeasure measure) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);

    String say(String key, Object... arguments) {
        return words.say("sheet." + key, arguments);
    }

    String day(Instant moment) {
        return DAY.format(moment.atZone(ward));
    }

    String moment(Instant moment) {
        return MOMENT.format(moment.atZone(ward));
    }

    /** {@code (02/03/2026)}; empty when nobody says when. */
    String since(Optional<Instant> moment) {
        return moment.map(at -> " (" + day(at) + ")").orElse("");
    }
}
