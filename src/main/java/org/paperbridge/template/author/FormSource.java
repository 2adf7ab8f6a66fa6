package org.paperbridge.template.author;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;

/** {@code form.yaml} as its author writes it: content and grid, no millimetres on the page. */
public record FormSource(
        String form,
        int version,
        int number,
        Map<String, String> titles,
        List<Integer> rows,
        Criticality criticality,
        List<PageSource> pages,
        List<FieldRule> rules) {

    public FormSource {
        titles = Map.copyOf(titles);
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
        rules = List.copyOf(rules);
    }

    /** One printed side. */
    public record PageSource(List<SectionSource> sections) {
        public PageSource {
            sections = List.copyOf(sections);
        }
    }
}
