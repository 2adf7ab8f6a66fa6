package org.paperbridge.web.view;

import java.time.Duration;
import java.time.Instant;

/** How long ago, in words somebody would say. */
public final class Ages {

    private static final long MINUTES_SAID = 90;
    private static final long HOURS_SAID = 48;

    private Ages() {}

    public static String say(Instant since, Instant now, Words words) {
        Duration age = Duration.between(since, now);
        if (age.toMinutes() < 1) {
            return words.say("age.now");
        }
        if (age.toMinutes() < MINUTES_SAID) {
            return words.say("age.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_SAID ? words.say("age.hours", age.toHours()) : words.say("age.days", age.toDays());
    }
}
