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
 * Numbers that must give another number. The last field is what comes out. Silent until all are known, or until what is
 * not known is blank and may be.
 */
enum Arithmetic implements Rule {
    PRODUCT("product", BigDecimal.ONE) {
        @Override
        BigDecimal combine(BigDecimal a, BigDecimal b) {
            return a.multiply(b);
        }
    },
    SUM("sum", BigDecimal.ZERO) {
        @Override
        BigDecimal combine(BigDecimal a, BigDecimal b) {
            return a.add(b);
        }
    };

    private final String word;
    private final BigDecimal neutral;

    Arithmetic(String word, BigDecimal neutral) {
        this.word = word;
        this.neutral = neutral;
    }

    abstract BigDecimal combine(BigDecimal a, BigDecimal b);

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        List<String> mistakes = new ArrayList<>();
        if (declared.fields().size() < 3) {
            mistakes.add("needs at least two numbers and their " + word);
        }
        for (String name : List.of("tolerance", "percent", "scale")) {
            if (parameter(declared, name, "0").isEmpty()) {
                mistakes.add(name + " is no number");
            }
        }
        return mistakes;
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        List<String> parts = declared.fields().subList(0, declared.fields().size() - 1);
        BigDecimal result = neutral;
        for (String part : parts) {
            Optional<BigDecimal> number = page.numberOf(part);
            if (number.isPresent()) {
                result = combine(result, number.get());
            } else if (page.isFilled(part) || !declared.parameters().containsKey("blank")) {
                return List.of();
            }
        }
        result = result.multiply(parameter(declared, "scale", "1").orElse(BigDecimal.ONE));
        Optional<BigDecimal> written = page.numberOf(declared.fields().getLast());
        if (written.isEmpty()) {
            return List.of();
        }
        BigDecimal off = result.subtract(written.get()).abs();
        BigDecimal allowed = parameter(declared, "tolerance", "0")
                .orElse(BigDecimal.ZERO)
                .add(parameter(declared, "percent", "0")
                        .orElse(BigDecimal.ZERO)
                        .multiply(result.abs())
                        .movePointLeft(2));
        boolean agrees = off.compareTo(allowed) <= 0;
        return List.of(RuleMessages.finding(
                declared.id(),
                declared.fields(),
                agrees ? Severity.SUPPORTS : Severity.CONTRADICTS,
                word + (agrees ? ".agrees" : ".contradicts")));
    }

    private static Optional<BigDecimal> parameter(FieldRule declared, String name, String usual) {
        return WrittenValue.number(declared.parameters().getOrDefault(name, usual));
    }
}
