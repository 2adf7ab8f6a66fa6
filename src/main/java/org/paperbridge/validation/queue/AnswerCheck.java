package org.paperbridge.validation.queue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.reading.FieldVerdict;

/** Whether answers fit the task they were given to. */
public final class AnswerCheck {

    private static final Set<TaskKind> VALUES = EnumSet.of(TaskKind.CHECK_VALUES, TaskKind.TYPE_VALUES);

    private AnswerCheck() {}

    /**
     * What does not fit.
     *
     * @param verdicts of the page; they name its fields
     * @return machine words: {@code unknown-field:FIELD}, {@code wrong-task:ANSWER}, {@code alone:ANSWER}; empty when
     *     all fit
     */
    public static List<String> listProblems(TaskKind task, List<FieldVerdict> verdicts, List<Answer> answers) {
        Set<String> fields = verdicts.stream().map(FieldVerdict::field).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (Answer answer : answers) {
            switch (answer) {
                case Answer.Value value -> {
                    if (!fields.contains(value.field())) {
                        problems.add("unknown-field:" + value.field());
                    }
                }
                case Answer.Illegible illegible -> {
                    if (!fields.contains(illegible.field())) {
                        problems.add("unknown-field:" + illegible.field());
                    }
                }
                case Answer.Refer refer -> {
                    if (!fields.contains(refer.field())) {
                        problems.add("unknown-field:" + refer.field());
                    }
                }
                case Answer.Overrule overrule -> only(VALUES, task, answer, problems);
                case Answer.AssignPatient assign -> only(VALUES, task, answer, problems);
                case Answer.NamePage name ->
                    only(EnumSet.of(TaskKind.NAME_PAGE, TaskKind.EXAMINE_PAGE), task, answer, problems);
                case Answer.NameForm name -> only(EnumSet.of(TaskKind.NAME_PAGE), task, answer, problems);
                case Answer.ReplaceEarlier replace -> only(EnumSet.of(TaskKind.COMPARE_RESCAN), task, answer, problems);
                case Answer.Discard discard -> {}
            }
            if (endsTask(answer) && answers.size() > 1) {
                problems.add("alone:" + answer.code());
            }
        }
        return problems;
    }

    /** True for answers after which the task has no more questions. */
    public static boolean endsTask(Answer answer) {
        return switch (answer) {
            case Answer.NamePage name -> true;
            case Answer.NameForm name -> true;
            case Answer.ReplaceEarlier replace -> true;
            case Answer.Discard discard -> true;
            case Answer.Value value -> false;
            case Answer.Illegible illegible -> false;
            case Answer.Refer refer -> false;
            case Answer.Overrule overrule -> false;
            case Answer.AssignPatient assign -> false;
        };
    }

    private static void only(Set<TaskKind> kinds, TaskKind task, Answer answer, List<String> problems) {
        if (!kinds.contains(task)) {
            problems.add("wrong-task:" + answer.code());
        }
    }
}
