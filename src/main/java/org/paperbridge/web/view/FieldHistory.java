package org.paperbridge.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;

/**
 * What people said about one field.
 *
 * @param newest of every reviewer, the last speaker last
 */
record FieldHistory(Map<String, Answer> newest) {

    static FieldHistory of(String field, Iterable<Decision> decisions) {
        Map<String, Answer> newest = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            boolean about = switch (decision.answer()) {
                case Answer.Value value -> value.field().equals(field);
                case Answer.Illegible illegible -> illegible.field().equals(field);
                case Answer.Refer refer -> refer.field().equals(field);
                case Answer.Overrule overrule -> false;
                case Answer.AssignPatient assign -> false;
                case Answer.NamePage name -> false;
                case Answer.NameForm name -> false;
                case Answer.ReplaceEarlier replace -> false;
                case Answer.Discard discard -> false;
            };
            if (about) {
                newest.remove(decision.reviewer());
                newest.put(decision.reviewer(), decision.answer());
            }
        }
        return new FieldHistory(newest);
    }

    boolean isEmpty() {
        return newest.isEmpty();
    }

    Optional<String> lastSpeaker() {
        return newest.keySet().stream().reduce((a, b) -> b);
    }

    Optional<Answer> of(String reviewer) {
        return Optional.ofNullable(newest.get(reviewer));
    }

    Optional<Answer> last() {
        return newest.values().stream().reduce((a, b) -> b);
    }

    /** Two people read it, and not alike. */
    boolean disagree() {
        return newest.values().stream()
                        .filter(a -> !(a instanceof Answer.Refer))
                        .distinct()
                        .count()
                > 1;
    }
}
