package org.paperbridge.census;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;

/** What was understood and still is in no kit: without a word about it, people would look for it there. */
final class WithoutKit {

    private WithoutKit() {}

    static List<CensusFinding> list(List<StatedFact> facts, Census census) {
        List<CensusFinding> findings = new ArrayList<>();
        Set<String> units = census.units().stream().map(Unit::code).collect(Collectors.toSet());
        long places = facts.stream()
                .filter(stated -> stated.fact() instanceof CensusFact.PlaceNamed named
                        && !units.contains(named.place().code()))
                .count();
        if (places > 0) {
            findings.add(CensusFinding.noted(
                    "Location",
                    0,
                    places + " lieu(x) sans patient que rien ne dit être un service (physicalType wa, ou des lits) :"
                            + " pas de kit",
                    places + " place(s) without a patient that nothing says are wards (physicalType wa, or beds):"
                            + " no kit"));
        }
        long over = facts.stream()
                .filter(stated -> stated.fact() instanceof CensusFact.StayEnded)
                .count();
        if (over > 0 && census.encounters().isEmpty()) {
            findings.add(CensusFinding.noted(
                    "Encounter",
                    0,
                    "les " + over
                            + " séjours sont tous terminés : personne n'est présent, les kits n'ont aucun patient",
                    "all " + over + " stays have ended: nobody is present, no kit has a patient"));
        }
        return findings;
    }
}
