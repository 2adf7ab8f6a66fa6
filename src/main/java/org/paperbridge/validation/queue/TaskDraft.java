package org.paperbridge.validation.queue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.rescan.RescanVerdict;

/**
 * A task before it is kept.
 *
 * @param priority lower comes first: 10 when something of high criticality waits, 20 other values, 25 a further copy
 *     of a sheet, most of whose questions the first one answers, 30 pages that say
 *     nothing yet, 40 rescans and strangers
 */
public record TaskDraft(TaskKind kind, String reason, int openFields, int priority) {

    private static final int HIGH_FIRST = 10;
    private static final int VALUES = 20;
    private static final int AFTER_OTHER_COPY = 25;
    private static final int UNKNOWN_PAGE = 30;
    private static final int PERHAPS_NOTHING = 40;

    /** The task of a page that was read; empty when no person has to look. Whose page it is comes before its values. */
    public static Optional<TaskDraft> forValues(LayoutPage page, List<FieldVerdict> verdicts, List<Finding> findings) {
        List<Finding> whose = IdentityQuestions.open(findings, List.of());
        Optional<TaskDraft> values = forValues(page, verdicts);
        if (whose.isEmpty()) {
            return values;
        }
        String reason = IdentityCheck.isDisputed(whose)
                ? whose.stream()
                        .filter(f -> f.severity() == Finding.Severity.CONTRADICTS)
                        .findFirst()
                        .orElseThrow()
                        .rule()
                : whose.getFirst().rule();
        int fields = values.map(TaskDraft::openFields).orElse(0);
        int priority = IdentityCheck.isDisputed(whose)
                ? HIGH_FIRST
                : values.map(TaskDraft::priority).orElse(VALUES);
        return Optional.of(new TaskDraft(TaskKind.CHECK_VALUES, reason, fields + whose.size(), priority));
    }

    private static Optional<TaskDraft> forValues(LayoutPage page, List<FieldVerdict> verdicts) {
        List<FieldVerdict> waiting = verdicts.stream().filter(TaskDraft::waits).toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        Criticality worst = page.fields().stream()
                .filter(z -> waiting.stream().anyMatch(v -> v.field().equals(z.id())))
                .map(FieldZone::criticality)
                .max(Comparator.naturalOrder())
                .orElse(Criticality.LOW);
        String reason = waiting.getFirst().reasons().stream().findFirst().orElse("confirm");
        int priority = worst == Criticality.HIGH ? HIGH_FIRST : VALUES;
        return Optional.of(new TaskDraft(TaskKind.CHECK_VALUES, reason, waiting.size(), priority));
    }

    /** The task of a page with any other outcome; empty for a blank side or a batch sheet. */
    public static Optional<TaskDraft> forOutcome(PageOutcome outcome) {
        return switch (outcome) {
            case PageOutcome.Read read ->
                throw new IllegalArgumentException("A page that was read has values to judge");
            case PageOutcome.Unidentified o ->
                Optional.of(new TaskDraft(TaskKind.NAME_PAGE, o.reason(), 0, UNKNOWN_PAGE));
            case PageOutcome.Unregistered o -> Optional.of(new TaskDraft(TaskKind.TYPE_VALUES, o.reason(), 0, VALUES));
            case PageOutcome.Forged o -> examine(o, UNKNOWN_PAGE);
            case PageOutcome.Foreign o -> examine(o, PERHAPS_NOTHING);
            case PageOutcome.UnknownForm o -> examine(o, UNKNOWN_PAGE);
            case PageOutcome.Conflicting o -> examine(o, UNKNOWN_PAGE);
            case PageOutcome.Undecodable o -> examine(o, UNKNOWN_PAGE);
            case PageOutcome.Rescan o ->
                Optional.of(new TaskDraft(TaskKind.COMPARE_RESCAN, o.code(), 0, PERHAPS_NOTHING));
            case PageOutcome.Blank o -> Optional.empty();
            case PageOutcome.BatchHeader o -> Optional.empty();
            case PageOutcome.BatchTrailer o -> Optional.empty();
            case PageOutcome.Separator o -> Optional.empty();
        };
    }

    /** The task of a page that came again, and that a person has to compare. */
    public static TaskDraft forRescan(RescanVerdict verdict) {
        return new TaskDraft(TaskKind.COMPARE_RESCAN, "rescan-" + verdict.code(), 0, PERHAPS_NOTHING);
    }

    /**
     * The task of a page on which something was written since it was last scanned.
     *
     * @param values what is asked about its fields
     */
    public static TaskDraft forNewInk(RescanVerdict.Newer newer, Optional<TaskDraft> values) {
        return new TaskDraft(
                TaskKind.CHECK_VALUES,
                newer.beside() ? "ink-beside-fields" : "new-ink",
                values.map(TaskDraft::openFields).orElse(0),
                values.map(TaskDraft::priority).orElse(VALUES));
    }

    /** The task of a file that has no pages. */
    public static TaskDraft forFile(String reason) {
        return new TaskDraft(TaskKind.EXAMINE_FILE, reason, 0, UNKNOWN_PAGE);
    }

    /** The task of a page of which another copy came before. */
    public TaskDraft afterOtherCopy() {
        return new TaskDraft(kind, reason, openFields, Math.max(priority, AFTER_OTHER_COPY));
    }

    private static Optional<TaskDraft> examine(PageOutcome outcome, int priority) {
        return Optional.of(new TaskDraft(TaskKind.EXAMINE_PAGE, outcome.code(), 0, priority));
    }

    private static boolean waits(FieldVerdict verdict) {
        return verdict.action() == Action.CONFIRM || verdict.action() == Action.DOUBLE_ENTRY;
    }
}
