package org.paperbridge.validation.rule;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;

/** One kind of rule. Stateless. */
interface Rule {

    /**
     * What is wrong with a declaration of this kind, in words for its author; empty when nothing.
     *
     * @param zones of all fields the rule names; they exist
     */
    List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones);

    /** What the rule says of a page; empty when it has nothing to say. */
    List<Finding> apply(FieldRule declared, PageValues page);
}
