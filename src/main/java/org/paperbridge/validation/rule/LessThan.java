package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** Two numbers of which the first cannot reach the second, as the diastolic pressure the systolic one. */
final class LessThan implements Rule {

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        boolean numbers = declared.fields().size() == 2
                && declared.fields().stream().allMatch(f -> zones.get(f) instanceof FieldZone.Comb);
        return numbers ? List.of() : List.of("needs two number fields, the smaller first");
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        Optional<BigDecimal> smaller = page.numberOf(declared.fields().getFirst());
        Optional<BigDecimal> larger = page.numberOf(declared.fields().getLast());
        boolean wrong =
                smaller.isPresent() && larger.isPresent() && smaller.get().compareTo(larger.get()) >= 0;
        return wrong
                ? List.of(RuleMessages.finding(
                        declared.id(), declared.fields(), Severity.CONTRADICTS, "less-than.contradicts"))
                : List.of();
    }
}
