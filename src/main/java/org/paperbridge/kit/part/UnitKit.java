package org.paperbridge.kit.part;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitWords;

/**
 * The kit of one unit while it is made.
 *
 * @param findings what could not be used of the census's sources, one line each, in the language of the kit
 * @param beds of this unit, in the order of the beds
 * @param printedAt the same moment on every page
 * @param ward zone of printed times
 */
public record UnitKit(
        Census census,
        List<String> findings,
        Unit unit,
        List<Bed> beds,
        KitPlan plan,
        KitWords words,
        Instant printedAt,
        ZoneId ward) {

    public UnitKit {
        findings = List.copyOf(findings);
        beds = List.copyOf(beds);
    }
}
