package org.paperbridge.template.author;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;

/**
 * {@code form.yaml} as its author writes it: content and grid, no millimetres on the page.
 *
 * @param paper how the sheets lie and whether they are about a patient
 */
public record FormSource(
        String form,
        int version,
        int number,
        Map<String, String> titles,
        List<Integer> rows,
        Criticality criticality,
        Paper paper,
        List<PageSource> pages,
        List<FieldRule> rules) {

    public FormSource {
        titles = Map.copyOf(titles);
        rows = List.copyOf(rows);
        pages = List.copyOf(pages);
        rules = List.copyOf(rules);
    }

    /**
     * @param landscape A4 on its long side
     * @param patient every page has the identity block and a place for the patient's sticker; a form of the ward has none
     * @param copies what each copy is for, the original first; empty when a sheet is printed once
     */
    public record Paper(boolean landscape, boolean patient, List<String> copies) {
        public Paper {
            copies = List.copyOf(copies);
        }
    }

    /** One printed side. */
    public record PageSource(List<SectionSource> sections) {
        public PageSource {
            sections = List.copyOf(sections);
        }
    }
}
