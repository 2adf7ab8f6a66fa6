package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/**
 * The last step of a body surface area by Mosteller (NEJM 1987;317:1098): the root of weight times height over a
 * divisor, 60 for kg and cm in m². Silent until both numbers are known.
 */
final class RootAgrees implements Rule {

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        List<String> mistakes = new ArrayList<>();
        if (declared.fields().size() != 2) {
            mistakes.add("needs a number and its root");
        }
        if (parameter(declared, "divisor", "1").map(BigDecimal::signum).orElse(0) <= 0) {
            mistakes.add("divisor is no positive number");
        }
        if (parameter(declared, "tolerance", "0").isEmpty()) {
            mistakes.add("tolerance is no number");
        }
        return mistakes;
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        Optional<BigDecimal> square = page.numberOf(declared.fields().get(0));
        Optional<BigDecimal> written = page.numberOf(declared.fields().get(1));
        if (square.isEmpty() || written.isEmpty() || square.get().signum() < 0) {
            return List.of();
        }
        double divisor =
                parameter(declared, "divisor", "1").orElse(BigDecimal.ONE).doubleValue();
        double tolerance =
                parameter(declared, "tolerance", "0").orElse(BigDecimal.ZERO).doubleValue();
        double root = Math.sqrt(square.get().doubleValue()) / divisor;
        boolean agrees = Math.abs(root - written.get().doubleValue()) <= tolerance;
        return List.of(RuleMessages.finding(
                declared.id(),
                declared.fields(),
                agrees ? Severity.SUPPORTS : Severity.CONTRADICTS,
                agrees ? "root.agrees" : "root.contradicts"));
    }

    private static Optional<BigDecimal> parameter(FieldRule declared, String name, String usual) {
        return WrittenValue.number(declared.parameters().getOrDefault(name, usual));
    }
}
