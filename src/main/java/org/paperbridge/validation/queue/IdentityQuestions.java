package org.paperbridge.validation.queue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.identity.IdentityCheck;

/** What a person still has to say about whose page it is. Each question is closed by a decision with its reason. */
public final class IdentityQuestions {

    private static final String PROPOSED = IdentityCheck.PREFIX + "sticker-proposes";

    private IdentityQuestions() {}

    /** In the order of the findings; naming the patient answers whose sticker it is. */
    public static List<Finding> open(List<Finding> findings, List<Decision> decisions) {
        Set<String> overruled = decisions.stream()
                .map(Decision::answer)
                .filter(Answer.Overrule.class::isInstance)
                .map(a -> ((Answer.Overrule) a).rule())
                .collect(Collectors.toSet());
        boolean named = decisions.stream().anyMatch(d -> d.answer() instanceof Answer.AssignPatient);
        return findings.stream()
                .filter(IdentityCheck::asks)
                .filter(f -> !overruled.contains(f.rule()))
                .filter(f -> !(named && f.rule().equals(PROPOSED)))
                .toList();
    }
}
