package org.paperbridge.kit.lists;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.TableSheets.Head;
import org.paperbridge.kit.part.UnitKit;

/** What every list says of itself: unit, printed when, data of when, and a warning when they are old. */
final class Heads {

    /** A kit refreshed on schedule is never that old; one made by hand after the feed died is. */
    static final Duration OLD = Duration.ofHours(4);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private Heads() {}

    static Head of(UnitKit kit, String title) {
        return new Head(
                title,
                kit.unit().name(),
                kit.words()
                        .say(
                                "head.freshness",
                                at(kit, kit.printedAt()),
                                at(kit, kit.census().asOf())),
                warning(kit),
                kit.words().say("head.page"));
    }

    /** A list from a file of the site is as old as its file. */
    static Head ofFile(UnitKit kit, String title, Instant changed) {
        return new Head(
                title,
                kit.unit().name(),
                kit.words().say("head.file", at(kit, kit.printedAt()), at(kit, changed)),
                "",
                kit.words().say("head.page"));
    }

    /** Empty when the data is recent. */
    static String warning(UnitKit kit) {
        Duration age = age(kit);
        return age.compareTo(OLD) < 0 ? "" : kit.words().say("head.old", words(age, kit.words()));
    }

    static Duration age(UnitKit kit) {
        Duration age = Duration.between(kit.census().asOf(), kit.printedAt());
        return age.isNegative() ? Duration.ZERO : age;
    }

    static String words(Duration age, KitWords words) {
        if (age.toDays() > 0) {
            return words.say("age.days", age.toDays(), age.toHoursPart());
        }
        return age.toHours() > 0
                ? words.say("age.hours", age.toHours(), age.toMinutesPart())
                : words.say("age.minutes", age.toMinutes());
    }

    static String at(UnitKit kit, Instant moment) {
        return MOMENT.format(moment.atZone(kit.ward()));
    }
}
