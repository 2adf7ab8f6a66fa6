package org.paperbridge.validation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.policy.RiskAssessor;
import org.paperbridge.validation.policy.RiskPolicy;
import org.paperbridge.validation.rule.PageRules;

/** Whose page it is, rules, then risk policy, over one page that was read. The same page, census and formulary give the same judgement. */
public final class PageJudge {

    /** The page was read, but names two patients: nothing of it is accepted until a person has said whose it is. */
    private static final String DISPUTED = "disputed";

    private final RiskAssessor assessor;
    private final Supplier<KnownPeople> people;
    private final Supplier<Formulary> formulary;

    /** Knows nobody by name and no product by number: print is compared by its numbers alone. */
    public PageJudge(RiskPolicy policy) {
        this(policy, KnownPeople::nobody, Formulary::none);
    }

    /**
     * @param people whom the census knows when a page is judged
     * @param formulary what the numbers of products mean then
     */
    public PageJudge(RiskPolicy policy, Supplier<KnownPeople> people, Supplier<Formulary> formulary) {
        this.assessor = new RiskAssessor(policy);
        this.people = people;
        this.formulary = formulary;
    }

    /**
     * What rules and policy say of a page.
     *
     * @param form the template the page was printed from
     * @param notes what intake noticed about the image
     * @param wardNow ward time; nothing on paper can be later
     */
    public Judgement judge(FormTemplate form, PageOutcome.Read page, Set<ScanNote> notes, LocalDateTime wardNow) {
        return judge(form, page, notes, List.of(), wardNow);
    }

    /**
     * As {@link #judge(FormTemplate, PageOutcome.Read, Set, LocalDateTime)}, beside the rest of its set.
     *
     * @param set the other pages of the printed form that came
     */
    public Judgement judge(
            FormTemplate form, PageOutcome.Read page, Set<ScanNote> notes, List<SetPage> set, LocalDateTime wardNow) {
        List<Finding> findings = new ArrayList<>(IdentityCheck.apply(form, page, people.get(), set));
        findings.addAll(PageRules.apply(form, page.identity(), page.readings(), wardNow, formulary.get()));
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

        /** What became of the side, now that it was compared with itself: read, or {@code disputed}. */
        public String outcomeCode(PageOutcome.Read read) {
            return IdentityCheck.isDisputed(findings) ? DISPUTED : read.code();
        }
    }
}
