package org.paperbridge.census.hapi;

import java.util.Optional;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Unit;

/** PV1 and ZBE: which stay, in which unit, in which bed. */
final class AdtStay {

    private AdtStay() {}

    static Optional<String> number(AdtMessage message) {
        return message.field("PV1", 19).or(() -> message.field("PID", 18));
    }

    static Encounter read(AdtMessage message, String stay, String patient) {
        return new Encounter(
                stay,
                patient,
                message.field("PV1", 3).orElse(""),
                bed(message),
                message.field("PV1", 44).flatMap(HapiTime::local),
                attending(message));
    }

    /** A unit's name comes with the movement: ZBE-7, medical responsibility, name and code. */
    static Optional<Unit> unit(AdtMessage message) {
        Optional<String> code = message.field("ZBE", 7, 0, 10);
        Optional<String> name = message.field("ZBE", 7, 0, 1);
        return code.flatMap(c -> name.map(n -> new Unit(c, n)));
    }

    /** The movement was inserted into the past and does not change where the patient is now. */
    static boolean historic(AdtMessage message) {
        return message.field("ZBE", 5).orElse("N").equals("Y");
    }

    private static Optional<String> bed(AdtMessage message) {
        Optional<String> room = message.field("PV1", 3, 0, 2);
        Optional<String> bed = message.field("PV1", 3, 0, 3);
        return room.map(r -> bed.map(b -> r + "-" + b).orElse(r)).or(() -> bed);
    }

    private static Optional<String> attending(AdtMessage message) {
        Optional<String> name = message.field("PV1", 7, 0, 2);
        String given = message.field("PV1", 7, 0, 3).map(g -> g + " ").orElse("");
        String title = message.field("PV1", 7, 0, 6).map(t -> t + " ").orElse("");
        return name.map(n -> title + given + n);
    }
}
