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
 * @param differing fields in which the page differs from the earlier scan it repeats
 */
public record TaskContent(
        ReviewTask task,
        Optional<PageOutcome> outcome,
        List<Finding> findings,
        List<FieldVerdict> verdicts,
        List<Decision> decisions,
        List<String> differing) {

    public TaskContent {
        findings = List.copyOf(findings);
        verdicts = List.copyOf(verdicts);
        decisions = List.copyOf(decisions);
        differing = List.copyOf(differing);
    }

    /** Of a page that is compared with no other. */
    public TaskContent(
            ReviewTask task,
            Optional<PageOutcome> outcome,
            List<Finding> findings,
            List<FieldVerdict> verdicts,
            List<Decision> decisions) {
        this(task, outcome, findings, verdicts, decisions, List.of());
    }
}
