package org.paperbridge.validation.dashboard;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.Settlement;

/**
 * Fields by what was settled about them; together they are all that rules and policy spoke about.
 *
 * @param byReader accepted as the machine read them
 * @param byPerson settled by what people said
 * @param waiting for a person, or for a second one
 * @param unreadable people said that nobody can read them
 * @param empty nothing is there to be known, e.g. unused lines of a table
 */
public record FieldCounts(long byReader, long byPerson, long waiting, long unreadable, long empty) {

    public static final FieldCounts NONE = new FieldCounts(0, 0, 0, 0, 0);

    /** Of one page. */
    public static FieldCounts of(List<FieldVerdict> verdicts, Settlement settled, List<Decision> decisions) {
        Set<String> answered =
                decisions.stream().flatMap(d -> field(d.answer())).collect(Collectors.toSet());
        FieldCounts counts = NONE;
        for (FieldVerdict verdict : verdicts) {
            counts = counts.plus(of(verdict, settled, answered));
        }
        return counts;
    }

    private static FieldCounts of(FieldVerdict verdict, Settlement settled, Set<String> answered) {
        if (settled.open().contains(verdict.field())) {
            return new FieldCounts(0, 0, 1, 0, 0);
        }
        if (settled.illegible().contains(verdict.field())) {
            return new FieldCounts(0, 0, 0, 1, 0);
        }
        if (answered.contains(verdict.field())) {
            return new FieldCounts(0, 1, 0, 0, 0);
        }
        return switch (verdict.action()) {
            case AUTO -> new FieldCounts(1, 0, 0, 0, 0);
            case CONFIRM, DOUBLE_ENTRY -> new FieldCounts(0, 0, 1, 0, 0);
            case NONE -> new FieldCounts(0, 0, 0, 0, 1);
        };
    }

    private static Stream<String> field(Answer answer) {
        return switch (answer) {
            case Answer.Value value -> Stream.of(value.field());
            case Answer.Illegible illegible -> Stream.of(illegible.field());
            case Answer.Refer refer -> Stream.of();
            case Answer.Overrule overrule -> Stream.of();
            case Answer.AssignPatient assign -> Stream.of();
            case Answer.NameForm named -> Stream.of();
            case Answer.NamePage named -> Stream.of();
            case Answer.ReplaceEarlier replace -> Stream.of();
            case Answer.Discard discard -> Stream.of();
        };
    }

    public long total() {
        return byReader + byPerson + waiting + unreadable + empty;
    }

    public FieldCounts plus(FieldCounts other) {
        return new FieldCounts(
                byReader + other.byReader,
                byPerson + other.byPerson,
                waiting + other.waiting,
                unreadable + other.unreadable,
                empty + other.empty);
    }
}
