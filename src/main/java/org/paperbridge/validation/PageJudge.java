package org.paperbridge.validation;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.policy.RiskAssessor;
import org.paperbridge.validation.policy.RiskPolicy;
import org.paperbridge.validation.rule.PageRules;

/** Rules, then risk policy, over one page that was read. Pure: the same page gives the same judgement. */
public final class PageJudge {

    private final RiskAssessor assessor;

    public PageJudge(RiskPolicy policy) {
        this.assessor = new RiskAssessor(policy);
    }

    /**
     * What rules and policy say of a page.
     *
     * @param form the template the page was printed from
     * @param notes what intake noticed about the image
     * @param wardNow ward time; nothing on paper can be later
     */
    public Judgement judge(FormTemplate form, PageOutcome.Read page, Set<ScanNote> notes, LocalDateTime wardNow) {
        List<Finding> findings = PageRules.apply(form, page.identity(), page.readings(), wardNow);
        return new Judgement(findings, assessor.assess(form, page, notes, findings));
    }

    /**
     * Findings and verdicts of one page.
     *
     * @param verdicts one per field, in layout order
     */
    public record Judgement(List<Finding> findings, List<FieldVerdict> verdicts) {
        public Judgement {
            findings = List.copyOf(findings);
            verdicts = List.copyOf(verdicts);
        }
    }
}
