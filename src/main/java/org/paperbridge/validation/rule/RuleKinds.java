package org.paperbridge.validation.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.reading.Finding;

/** Every kind of rule an author may declare, by the word in the template. */
public final class RuleKinds {

    private static final Map<String, Rule> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("required", Filling.REQUIRED),
            Map.entry("required-with", Filling.REQUIRED_WITH),
            Map.entry("exactly-one", Filling.EXACTLY_ONE),
            Map.entry("at-most-one", Filling.AT_MOST_ONE),
            Map.entry("excludes", Filling.EXCLUDES),
            Map.entry("band-agrees", new BandAgrees()),
            Map.entry("product-agrees", Arithmetic.PRODUCT),
            Map.entry("sum-agrees", Arithmetic.SUM),
            Map.entry("count-agrees", new CountAgrees()),
            Map.entry("root-agrees", new RootAgrees()),
            Map.entry("less-than", new LessThan()),
            Map.entry(NumberAgainstName.KIND, new NumberAgainstName()),
            Map.entry("same", Agreement.SAME),
            Map.entry("is-patient", Agreement.IS_PATIENT),
            Map.entry("not-after", Moments.NOT_AFTER),
            Map.entry("not-in-future", Moments.NOT_IN_FUTURE),
            Map.entry("ascending", Moments.ASCENDING)));

    private RuleKinds() {}

    public static Set<String> listKinds() {
        return KINDS.keySet();
    }

    /** All mistakes in the rules of a form, each naming form and rule; empty when the form may be used. */
    public static List<String> listMistakes(FormTemplate form) {
        List<String> mistakes = new ArrayList<>();
        for (FieldRule rule : form.rules()) {
            String where = form.ref() + ", rule " + rule.id() + ": ";
            Optional<LayoutPage> page = findPage(form, rule);
            Rule kind = KINDS.get(rule.kind());
            if (kind == null) {
                mistakes.add(where + "unknown kind " + rule.kind() + "; known are " + String.join(", ", listKinds()));
            } else if (page.isEmpty()) {
                mistakes.add(where + "no page of the form has all of the fields " + String.join(", ", rule.fields()));
            } else {
                kind.listMistakes(rule, zonesOf(page.get())).forEach(m -> mistakes.add(where + m));
            }
        }
        return mistakes;
    }

    /** Findings of the declared rules whose fields lie on this page, in the order of their declaration. */
    static List<Finding> apply(FormTemplate form, PageValues page) {
        List<Finding> findings = new ArrayList<>();
        for (FieldRule rule : form.rules()) {
            Rule kind = KINDS.get(rule.kind());
            if (kind == null) {
                throw new IllegalStateException(form.ref() + " has a rule of unknown kind " + rule.kind());
            }
            if (page.zones().keySet().containsAll(rule.fields())) {
                findings.addAll(kind.apply(rule, page));
            }
        }
        return findings;
    }

    private static Optional<LayoutPage> findPage(FormTemplate form, FieldRule rule) {
        return form.layout().pages().stream()
                .filter(p -> !rule.fields().isEmpty() && zonesOf(p).keySet().containsAll(rule.fields()))
                .findFirst();
    }

    static Map<String, FieldZone> zonesOf(LayoutPage page) {
        Map<String, FieldZone> zones = new HashMap<>();
        page.fields().forEach(z -> zones.put(z.id(), z));
        return zones;
    }
}
