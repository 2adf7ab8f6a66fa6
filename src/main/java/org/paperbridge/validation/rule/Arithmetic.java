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

/** Numbers that must give another number. The last field is what comes out. Silent until all are known. */
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
        if (tolerance(declared).isEmpty()) {
            mistakes.add("tolerance is no number");
        }
        return mistakes;
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        List<String> parts = declared.fields().subList(0, declared.fields().size() - 1);
        BigDecimal result = neutral;
        for (String part : parts) {
            Optional<BigDecimal> number = page.numberOf(part);
            if (number.isEmpty()) {
                return List.of();
            }
            result = combine(result, number.get());
        }
        Optional<BigDecimal> written = page.numberOf(declared.fields().getLast());
        if (written.isEmpty()) {
            return List.of();
        }
        BigDecimal off = result.subtract(written.get()).abs();
        boolean agrees = off.compareTo(tolerance(declared).orElse(BigDecimal.ZERO)) <= 0;
        return List.of(RuleMessages.finding(
                declared.id(),
                declared.fields(),
                agrees ? Severity.SUPPORTS : Severity.CONTRADICTS,
                word + (agrees ? ".agrees" : ".contradicts")));
    }

    private static Optional<BigDecimal> tolerance(FieldRule declared) {
        return WrittenValue.number(declared.parameters().getOrDefault("tolerance", "0"));
    }
}
