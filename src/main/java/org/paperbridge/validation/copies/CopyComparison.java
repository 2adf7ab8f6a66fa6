package org.paperbridge.validation.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.queue.OtherCopy;
import org.paperbridge.validation.queue.Settlement;

/**
 * Original and pharmacy copy of a sheet are two papers with two inks. What both say needs nobody twice: a value a person
 * has confirmed on one and that is read the same on the other is accepted there. What they say differently is shown to a
 * person beside the other, and never released in silence. Pure.
 */
public final class CopyComparison {

    /** Begins the rule id of a field that the other copy says differently. */
    public static final String RULE = "other-copy:";

    private CopyComparison() {}

    /**
     * The judgement of a page with what another copy adds to it.
     *
     * @param own judgement of the page by itself
     */
    public static Judgement compare(FormTemplate form, PageOutcome.Read page, Judgement own, OtherCopy other) {
        List<Finding> findings = new ArrayList<>(own.findings());
        List<FieldVerdict> verdicts = new ArrayList<>();
        for (FieldVerdict verdict : own.verdicts()) {
            Optional<FieldReading> mine = certain(page.readings(), verdict.field());
            Optional<List<String>> theirs = comparable(form, page.identity().page(), verdict.field())
                    ? said(other, verdict.field())
                    : Optional.empty();
            if (mine.isEmpty() || theirs.isEmpty()) {
                verdicts.add(verdict);
            } else if (mine.get().values().equals(theirs.get())) {
                verdicts.add(other.released().isPresent() ? confirmed(verdict, mine.get()) : verdict);
            } else {
                findings.add(finding(form, verdict.field(), other.copy(), theirs.get()));
                verdicts.add(doubted(verdict));
            }
        }
        return new Judgement(findings, verdicts);
    }

    /**
     * Fields that become records and that the released copy says differently; nobody has overruled it.
     *
     * @param mine what this page has come to
     */
    public static List<String> contradictions(FormTemplate form, int page, Settlement mine, Settlement theirs) {
        return form.layout().getPage(page).fields().stream()
                .map(FieldZone::id)
                .filter(id -> comparable(form, page, id))
                .filter(id -> form.backEntry().stream().anyMatch(t -> t.fields().containsValue(id)))
                .filter(id ->
                        !mine.illegible().contains(id) && !theirs.illegible().contains(id))
                .filter(id -> !mine.values()
                        .getOrDefault(id, List.of())
                        .equals(theirs.values().getOrDefault(id, List.of())))
                .map(id -> RULE + id)
                .filter(rule -> !mine.overruled().contains(rule))
                .toList();
    }

    /** Stickers and print are compared by whoever identifies the page. */
    private static boolean comparable(FormTemplate form, int page, String field) {
        return form.layout().getPage(page).fields().stream()
                .filter(z -> z.id().equals(field))
                .anyMatch(z -> !(z instanceof FieldZone.Print) && !(z instanceof FieldZone.Label));
    }

    /** What the other copy says; nothing when that is not sure. A blank field says so. */
    private static Optional<List<String>> said(OtherCopy other, String field) {
        if (other.released().isPresent()) {
            Settlement settled = other.released().get();
            return settled.illegible().contains(field)
                    ? Optional.empty()
                    : Optional.of(settled.values().getOrDefault(field, List.of()));
        }
        return certain(other.readings(), field).map(FieldReading::values);
    }

    private static Optional<FieldReading> certain(List<FieldReading> readings, String field) {
        return readings.stream()
                .filter(r -> r.field().equals(field))
                .filter(r -> r.state() == FieldState.READ || r.state() == FieldState.BLANK)
                .findFirst();
    }

    private static FieldVerdict confirmed(FieldVerdict own, FieldReading mine) {
        return new FieldVerdict(
                own.field(), mine.state() == FieldState.READ ? Action.AUTO : Action.NONE, List.of("other-copy-agrees"));
    }

    private static FieldVerdict doubted(FieldVerdict own) {
        Action action = own.action() == Action.DOUBLE_ENTRY ? Action.DOUBLE_ENTRY : Action.CONFIRM;
        return new FieldVerdict(
                own.field(),
                action,
                Stream.concat(Stream.of("other-copy-differs"), own.reasons().stream())
                        .distinct()
                        .toList());
    }

    private static Finding finding(FormTemplate form, String field, int copy, List<String> said) {
        return new Finding(
                RULE + field,
                List.of(field),
                Severity.WARNS,
                Map.of(
                        "en",
                        "The other copy (" + form.copyWords(copy, "en") + ") says: " + words(form, field, said, "en"),
                        "fr",
                        "L’autre exemplaire (" + form.copyWords(copy, "fr") + ") dit : "
                                + words(form, field, said, "fr")));
    }

    private static String words(FormTemplate form, String field, List<String> said, String language) {
        if (said.isEmpty()) {
            return language.equals("fr") ? "rien" : "nothing";
        }
        Map<String, String> labels = form.labels().getOrDefault(language, Map.of());
        return String.join(
                ", ",
                said.stream()
                        .map(v -> labels.getOrDefault("field." + field + "." + v, v))
                        .toList());
    }
}
