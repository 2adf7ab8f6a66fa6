package org.paperbridge.validation.queue;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;

/**
 * Everything a reviewer needs to see of one task.
 *
 * @param outcome what became of the page; empty for a file without pages. A page task after naming or typing keeps the
 *     first outcome
 * @param findings of the rules, on the values as read
 * @param verdicts one per field of the page, in the order of the layout
 * @param decisions oldest first; the newest on a field counts
 */
public record TaskContent(
        ReviewTask task,
        Optional<PageOutcome> outcome,
        List<Finding> findings,
        List<FieldVerdict> verdicts,
        List<Decision> decisions) {

    public TaskContent {
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
        decisions = List.copyOf(decisions);
    }
}
