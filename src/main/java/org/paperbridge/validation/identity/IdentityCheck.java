package org.paperbridge.validation.identity;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/**
 * Does everything on the page belong to one patient? Print in clear, sticker, handwritten number and the other pages of
 * the set are witnesses beside the page code. What agrees is kept as evidence, what cannot be read asks a person to look,
 * and what differs stops the page until a person has said whose it is. Pure.
 */
public final class IdentityCheck {

    /** Ids of these findings begin so; no form's rule has a colon. */
    public static final String PREFIX = "identity:";

    private IdentityCheck() {}

    /** Empty for a page that belongs to no patient and carries no sticker. */
    public static List<Finding> apply(FormTemplate form, PageOutcome.Read page, KnownPeople people, List<SetPage> set) {
        List<Finding> findings = new ArrayList<>();
        page.identity()
                .patientId()
                .ifPresent(patient -> PrintWitness.of(page, patient, people).ifPresent(findings::add));
        findings.addAll(StickerWitness.of(form, page, people));
        findings.addAll(WrittenWitness.of(form, page));
        findings.addAll(SetWitness.of(page, findings, set));
        return findings;
    }

    /** Whether it is said by another page of the set. */
    public static boolean isOfSet(Finding finding) {
        return finding.rule().startsWith(PREFIX + SetWitness.WORD);
    }

    /** Whether a person must say something about whose page it is before anything of it goes back. */
    public static boolean asks(Finding finding) {
        return finding.rule().startsWith(PREFIX) && finding.severity() != Severity.SUPPORTS;
    }

    /** Whether the page names two people: nothing on it is accepted by itself. */
    public static boolean isDisputed(List<Finding> findings) {
        return findings.stream().anyMatch(f -> asks(f) && f.severity() == Severity.CONTRADICTS);
    }
}
