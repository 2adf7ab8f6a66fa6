package org.paperbridge.validation.rule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;

/** All rules that apply to one page. */
public final class PageRules {

    private PageRules() {}

    /**
     * What the zones and the declared rules say.
     *
     * @param readings of the page; a field without one counts as blank
     * @param wardNow ward time
     * @param formulary what the numbers of products mean
     * @return findings of the zones in layout order, then of the declared rules in their order
     */
    public static List<Finding> apply(
            FormTemplate form,
            PageIdentity identity,
            List<FieldReading> readings,
            LocalDateTime wardNow,
            Formulary formulary) {
        LayoutPage page = form.layout().getPage(identity.page());
        Map<String, FieldReading> byField = new HashMap<>();
        readings.forEach(r -> byField.put(r.field(), r));
        PageValues values = new PageValues(identity, RuleKinds.zonesOf(page), byField, wardNow, formulary);
        List<Finding> findings = new ArrayList<>();
        for (FieldZone zone : page.fields()) {
            findings.addAll(ZoneChecks.apply(zone, values));
        }
        findings.addAll(RuleKinds.apply(form, values));
        return findings;
    }
}
