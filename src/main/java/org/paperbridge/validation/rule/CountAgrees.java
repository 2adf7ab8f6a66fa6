package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/**
 * The writer's own count of filled lines: the last field says how many of the others are filled, or how many boxes are
 * marked where several may be. A missed or an added
 * line shows, whatever it says. Silent while the count is not known, and with parameter {@code when: any} while
 * nothing is filled.
 */
final class CountAgrees implements Rule {

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        return declared.fields().size() >= 2 ? List.of() : List.of("needs the counted fields and their count");
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        Optional<BigDecimal> written = page.numberOf(declared.fields().getLast());
        if (written.isEmpty()) {
            return List.of();
        }
        long filled = declared.fields().subList(0, declared.fields().size() - 1).stream()
                .mapToLong(field -> count(field, page))
                .sum();
        if (filled == 0 && declared.parameters().containsKey("when")) {
            return List.of();
        }
        boolean agrees = written.get().compareTo(BigDecimal.valueOf(filled)) == 0;
        return List.of(RuleMessages.finding(
                declared.id(),
                declared.fields(),
                agrees ? Severity.SUPPORTS : Severity.CONTRADICTS,
                agrees ? "count.agrees" : "count.contradicts"));
    }

    /** Every mark of a field that may have several counts for itself. */
    private static long count(String field, PageValues page) {
        if (!page.isFilled(field)) {
            return 0;
        }
        return page.zones().get(field) instanceof FieldZone.Tick tick && tick.multiple()
                ? page.valuesOf(field).size()
                : 1;
    }
}
