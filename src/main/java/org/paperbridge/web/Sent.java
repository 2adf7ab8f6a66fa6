package org.paperbridge.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.pagecode.Serial;
import org.paperbridge.pagecode.ShortCode;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.web.view.TypedValue;

/** Turns what a browser sent into answers. */
final class Sent {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_VALUE = 2000;

    private Sent() {}

    /** The version of the task the reviewer was looking at; one that never was when it is missing. */
    static int version(Visit visit) {
        String text = visit.sent("version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** An answer about a field, from the review screen. */
    static Answer field(Visit visit, FieldZone zone) {
        String field = zone.id();
        return switch (visit.sent("kind")) {
            case "value" -> value(visit, zone);
            case "blank" -> new Answer.Value(field, List.of());
            case "illegible" -> new Answer.Illegible(field);
            case "refer" -> new Answer.Refer(field, shortened(visit.sent("reason"), LONGEST_REASON));
            default -> throw new AnswerRefusedException(List.of("not-understood"));
        };
    }

    private static Answer value(Visit visit, FieldZone zone) {
        List<String> values = visit.http().formParams("value").stream()
                .map(v -> TypedValue.of(zone, shortened(v, LONGEST_VALUE)))
                .filter(v -> !v.isEmpty())
                .toList();
        boolean many = zone instanceof FieldZone.Tick tick && tick.multiple();
        if (values.isEmpty() || (values.size() > 1 && !many) || !areOptions(zone, values)) {
            throw new AnswerRefusedException(List.of("value-missing"));
        }
        return new Answer.Value(zone.id(), values);
    }

    private static boolean areOptions(FieldZone zone, List<String> values) {
        return !(zone instanceof FieldZone.Tick tick)
                || values.stream()
                        .allMatch(v ->
                                tick.options().stream().anyMatch(o -> o.value().equals(v)));
    }

    /** Answers about the whole page, all or none. */
    static List<Answer> page(Visit visit, TaskContent content, RandomGenerator random) {
        return visit.sent("kind").equals("whose") ? whose(visit, content) : List.of(page(visit, random));
    }

    /** Whose page it is: the patient of its code, or somebody else. Closes every open question with the same reason. */
    private static List<Answer> whose(Visit visit, TaskContent content) {
        List<Finding> open = IdentityQuestions.open(content.findings(), content.decisions());
        String typed = shortened(visit.sent("reason"), LONGEST_REASON);
        String reason = IdentityCheck.isDisputed(open)
                ? needed(typed)
                : typed.isBlank() ? visit.words().say("whose.seen") : typed;
        List<Answer> answers = new ArrayList<>();
        if (!visit.sent("same").equals("yes")) {
            answers.add(person(visit));
        }
        open.forEach(f -> answers.add(new Answer.Overrule(f.rule(), reason)));
        return answers;
    }

    /** Typed, or chosen among those the paper proposes; what is typed wins. */
    private static Answer person(Visit visit) {
        String typed = visit.sent("patient").strip();
        String[] chosen = visit.sent("choice").split("\\|", 2);
        String patient = typed.isEmpty() ? chosen[0] : typed;
        String stay = typed.isEmpty() && chosen.length == 2
                ? chosen[1]
                : visit.sent("encounter").strip();
        return new Answer.AssignPatient(needed(patient), Optional.of(stay).filter(e -> !e.isEmpty()));
    }

    /** One of the proposed forms, as {@code form/version/page}; the sheet gets a name of its own. */
    private static Answer form(Visit visit, RandomGenerator random) {
        String[] chosen = visit.sent("form").split("/", 3);
        if (chosen.length != 3 || !chosen[1].matches("[0-9]{1,4}") || !chosen[2].matches("[0-9]{1,2}")) {
            throw new AnswerRefusedException(List.of("form-missing"));
        }
        return new Answer.NameForm(
                chosen[0], Integer.parseInt(chosen[1]), Integer.parseInt(chosen[2]), Serial.random(random));
    }

    private static Answer page(Visit visit, RandomGenerator random) {
        String reason = shortened(visit.sent("reason"), LONGEST_REASON);
        return switch (visit.sent("kind")) {
            case "name" ->
                ShortCode.parse(visit.sent("code"))
                        .<Answer>map(code -> new Answer.NamePage(code.serial(), code.page(), code.copy()))
                        .orElseThrow(() -> new AnswerRefusedException(List.of("short-code")));
            case "form" -> form(visit, random);
            case "discard" -> new Answer.Discard(needed(reason));
            case "replace" -> new Answer.ReplaceEarlier(needed(reason));
            case "overrule" -> new Answer.Overrule(visit.sent("rule"), needed(reason));
            case "patient" ->
                new Answer.AssignPatient(
                        needed(visit.sent("patient").strip()),
                        Optional.of(visit.sent("encounter").strip()).filter(e -> !e.isEmpty()));
            default -> throw new AnswerRefusedException(List.of("not-understood"));
        };
    }

    private static String needed(String text) {
        if (text.isBlank()) {
            throw new AnswerRefusedException(List.of("reason-missing"));
        }
        return text;
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
