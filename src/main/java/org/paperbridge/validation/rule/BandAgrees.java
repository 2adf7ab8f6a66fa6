package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** A vital sign written twice, as a band mark and as digits: the two were made and are read independently. */
final class BandAgrees implements Rule {

    /** How often a band is marked that is not the number's: assumed, no hospital has published it. */
    private static final double SLIP = 0.02;

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        if (declared.fields().size() != 2) {
            return List.of("needs a tick field and a number field");
        }
        List<String> mistakes = new ArrayList<>();
        if (zones.get(declared.fields().get(0)) instanceof FieldZone.Tick tick) {
            for (TickOption option : tick.options()) {
                String limits = declared.parameters().get(option.value());
                if (limits == null || Band.parse(limits).isEmpty()) {
                    mistakes.add("needs limits such as 9..11 for option " + option.value());
                }
            }
        } else {
            mistakes.add(declared.fields().get(0) + " is no tick field");
        }
        return mistakes;
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        String band = declared.fields().get(0);
        String number = declared.fields().get(1);
        if (!page.isFilled(band) && !page.isFilled(number)) {
            return List.of();
        }
        if (!page.isFilled(band) || !page.isFilled(number)) {
            return List.of(say(declared, Severity.WARNS, "band-agrees.incomplete"));
        }
        Optional<BigDecimal> value = page.numberOf(number);
        Optional<Band> limits = page.textOf(band)
                .flatMap(option -> Optional.ofNullable(declared.parameters().get(option)))
                .flatMap(Band::parse);
        if (value.isEmpty() || limits.isEmpty()) {
            return List.of();
        }
        if (!limits.get().contains(value.get())) {
            return List.of(say(declared, Severity.CONTRADICTS, "band-agrees.contradicts"));
        }
        Doubt ofNumber = page.doubtOf(number);
        double tickWrong = 1 - page.doubtOf(band).confidence();
        Map<String, Double> left = Map.of(
                number,
                ofNumber.left(
                        other -> WrittenValue.number(other)
                                .map(limits.get()::contains)
                                .orElse(true),
                        Math.min(1, SLIP + tickWrong)),
                band,
                // a band read wrong can only agree with a number that is written wrong or read wrong
                Math.min(1, SLIP + 1 - ofNumber.confidence()));
        return List.of(say(declared, Severity.SUPPORTS, "band-agrees.agrees").withDoubtLeft(left));
    }

    private static Finding say(FieldRule declared, Severity severity, String key) {
        return RuleMessages.finding(declared.id(), declared.fields(), severity, key);
    }
}
