package org.paperbridge.validation.release;

import java.util.List;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.queue.Decision;

/**
 * A page whose questions may all be answered.
 *
 * @param readings empty when the page could not be located and everything was typed
 * @param findings when the page was judged
 * @param decisions oldest first
 */
public record PageToRelease(
        FormTemplate form,
        PageIdentity identity,
        ScanRef scan,
        List<FieldReading> readings,
        List<FieldVerdict> verdicts,
        List<Finding> findings,
        List<Decision> decisions) {

    public PageToRelease {
        findings = List.copyOf(findings);
        readings = List.copyOf(readings);
        verdicts = List.copyOf(verdicts);
        decisions = List.copyOf(decisions);
    }
}
