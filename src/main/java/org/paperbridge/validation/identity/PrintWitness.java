package org.paperbridge.validation.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.SeenPrint;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.rule.RuleMessages;

/** The identity block that the kit printed in clear: a code cut from another sheet does not bring it along. */
final class PrintWitness {

    private PrintWitness() {}

    /** Empty when nobody looked at the print. */
    static Optional<Finding> of(PageOutcome.Read page, String patientId, KnownPeople people) {
        if (page.print().isEmpty()) {
            return Optional.empty();
        }
        Map<SeenPrint, Match> said = new HashMap<>();
        for (SeenPrint seen : page.print()) {
            said.put(seen, match(seen, page, patientId, people));
        }
        boolean number = agrees(said, "patient.id") || agrees(said, "encounter.id");
        boolean person = agrees(said, "patient.name") && agrees(said, "patient.birth-date");
        List<String> differing = new ArrayList<>(fields(said, Match.DIFFERS));
        if (!number && !person) {
            differing.addAll(neighbours(said, patientId, people));
        }
        boolean onlyOneOfAll = differing.size() == 1 && number && person;
        if (!differing.isEmpty() && !onlyOneOfAll) {
            return Optional.of(finding("print-differs", differing, Severity.CONTRADICTS));
        }
        boolean nameDoubtful = said.keySet().stream()
                .anyMatch(seen -> seen.source().equals("patient.name")
                        && said.get(seen) == Match.UNCLEAR
                        && people.find(patientId).filter(PrintWitness::hasName).isPresent());
        return Optional.of(
                (number || person) && !nameDoubtful && !onlyOneOfAll
                        ? finding("print-agrees", fields(said, Match.AGREES), Severity.SUPPORTS)
                        : finding(
                                "print-unseen",
                                onlyOneOfAll ? differing : fields(said, Match.UNCLEAR),
                                Severity.WARNS));
    }

    private static Match match(SeenPrint seen, PageOutcome.Read page, String patientId, KnownPeople people) {
        Optional<Patient> known = people.find(patientId);
        return switch (seen.source()) {
            case "patient.id" -> PrintMatch.number(seen, patientId);
            case "encounter.id" ->
                page.identity()
                        .encounterId()
                        .map(stay -> PrintMatch.number(seen, stay))
                        .orElse(Match.UNCLEAR);
            case "patient.birth-date" ->
                known.flatMap(Patient::birthDate)
                        .map(date -> PrintMatch.birthDate(seen, date))
                        .orElse(Match.UNCLEAR);
            case "patient.name" ->
                known.filter(PrintWitness::hasName)
                        .map(patient -> PrintMatch.name(seen, patient))
                        .orElse(Match.UNCLEAR);
            default -> Match.UNCLEAR;
        };
    }

    /** One digit off is a misreading, unless it is the number of somebody else and nothing speaks for the code. */
    private static List<String> neighbours(Map<SeenPrint, Match> said, String patientId, KnownPeople people) {
        return said.keySet().stream()
                .filter(seen -> said.get(seen) == Match.UNCLEAR)
                .filter(seen -> people.ownerOf(seen.text())
                        .filter(owner -> !owner.equals(patientId))
                        .isPresent())
                .map(SeenPrint::field)
                .sorted()
                .toList();
    }

    private static boolean hasName(Patient patient) {
        return !patient.birthName().isBlank();
    }

    private static boolean agrees(Map<SeenPrint, Match> said, String source) {
        return said.entrySet().stream()
                .anyMatch(e -> e.getKey().source().equals(source) && e.getValue() == Match.AGREES);
    }

    private static List<String> fields(Map<SeenPrint, Match> said, Match match) {
        List<String> fields = new ArrayList<>();
        said.forEach((seen, is) -> {
            if (is == match) {
                fields.add(seen.field());
            }
        });
        fields.sort(null);
        return fields;
    }

    private static Finding finding(String word, List<String> fields, Severity severity) {
        return RuleMessages.finding(IdentityCheck.PREFIX + word, fields, severity, "identity." + word);
    }
}
