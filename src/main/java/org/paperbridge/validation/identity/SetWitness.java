package org.paperbridge.validation.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.rule.RuleMessages;

/**
 * The other pages of the set: they were filled at one bedside, so what stops one stops all of them, also those without
 * sticker and print of their own.
 */
final class SetWitness {

    /** What these findings' ids begin with, after {@link IdentityCheck#PREFIX}. */
    static final String WORD = "set-";

    private SetWitness() {}

    /** @param own what the page says by itself */
    static List<Finding> of(PageOutcome.Read page, List<Finding> own, List<SetPage> set) {
        List<Finding> findings = new ArrayList<>();
        if (set.stream().anyMatch(other -> differs(page, other))) {
            findings.add(say("set-differs", Severity.CONTRADICTS));
        } else if (set.stream().anyMatch(SetPage::disputed)) {
            findings.add(say("set-disputed", Severity.CONTRADICTS));
        } else if (set.stream().anyMatch(SetPage::confirmed)) {
            findings.add(say("set-agrees", Severity.SUPPORTS));
        }
        if (IdentityCheck.isDisputed(own) && set.stream().anyMatch(SetPage::released)) {
            findings.add(say("set-released", Severity.WARNS));
        }
        return findings;
    }

    private static boolean differs(PageOutcome.Read page, SetPage other) {
        Optional<String> mine = page.identity().patientId();
        if (mine.isPresent()) {
            return other.assigned()
                    .or(other::patientId)
                    .filter(o -> !o.equals(mine.get()))
                    .isPresent();
        }
        Set<String> stuck = StickerWitness.numbers(page);
        return other.patientId().isPresent()
                || (!stuck.isEmpty() && !other.numbers().isEmpty() && Collections.disjoint(stuck, other.numbers()));
    }

    private static Finding say(String word, Severity severity) {
        return RuleMessages.finding(IdentityCheck.PREFIX + word, List.of(), severity, "identity." + word);
    }
}
