package org.paperbridge.validation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.formulary.NameMatch;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/**
 * A product written twice, as its formulary number and by name. Silent while there is no number with right check digits
 * (a wrong one is the zone's to say), while nothing could be read in the line, and where the hospital numbers nothing.
 */
final class NumberAgainstName implements Rule {

    /** The word in the template. */
    static final String KIND = "number-against-name";

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        if (declared.fields().size() != 2) {
            return List.of("needs a number field and a line");
        }
        List<String> mistakes = new ArrayList<>();
        if (!(zones.get(declared.fields().get(0)) instanceof FieldZone.Comb comb
                && comb.check().equals(Optional.of(CheckRule.MOD97))
                && comb.cells().size() == FormularyNumber.LENGTH)) {
            mistakes.add(
                    declared.fields().get(0) + " is no comb of " + FormularyNumber.LENGTH + " cells with check mod97");
        }
        if (!(zones.get(declared.fields().get(1)) instanceof FieldZone.Line)) {
            mistakes.add(declared.fields().get(1) + " is no line");
        }
        return mistakes;
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        String line = declared.fields().get(1);
        Optional<FormularyNumber> number = page.textOf(declared.fields().get(0)).flatMap(FormularyNumber::parse);
        if (number.isEmpty() || page.formulary().isEmpty()) {
            return List.of();
        }
        Optional<FormularyEntry> entry = page.formulary().find(number.get().digits());
        if (entry.isEmpty()) {
            return List.of(say(declared, Severity.CONTRADICTS, "unknown"));
        }
        if (!page.isFilled(line)) {
            return List.of(say(declared, Severity.WARNS, "no-name"));
        }
        Product product = entry.get().product();
        return page.textOf(line)
                .map(written -> switch (page.formulary().match(written, product)) {
                    case SAME -> say(declared, Severity.SUPPORTS, "agrees");
                    case MORE -> say(declared, Severity.WARNS, "more");
                    case STRENGTH -> say(declared, Severity.CONTRADICTS, "strength");
                    case OTHER ->
                        isCandidate(line, product, page)
                                ? say(declared, Severity.WARNS, "perhaps")
                                : say(declared, Severity.CONTRADICTS, "contradicts");
                })
                .map(List::of)
                .orElse(List.of());
    }

    /** Handwriting is read as the likeliest of several names; the number may know better which of them it is. */
    private static boolean isCandidate(String line, Product product, PageValues page) {
        return Optional.ofNullable(page.readings().get(line)).map(FieldReading::candidates).orElse(List.of()).stream()
                .map(Candidate::value)
                .anyMatch(name -> page.formulary().match(name, product) == NameMatch.SAME);
    }

    private static Finding say(FieldRule declared, Severity severity, String word) {
        return RuleMessages.finding(declared.id(), declared.fields(), severity, KIND + "." + word);
    }
}
