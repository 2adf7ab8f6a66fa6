package org.paperbridge.web.view;

import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.validation.copies.CopyComparison;

/**
 * One field as a reviewer sees it.
 *
 * @param id of the field in its form
 * @param input {@code one} or {@code many} of the options, {@code text} to type, {@code ink} for a signature
 * @param state {@code open} for this reviewer to answer, {@code elsewhere} when it waits for somebody else,
 *     {@code done} once answered, {@code accepted} when nobody has to look
 * @param blind two people key it without seeing the reading or each other
 * @param readAsBlank the reader saw nothing written
 * @param value as shown and filled in; empty for a blank or blind one
 * @param values the same, one by one
 * @param hint how a value looks, e.g. {@code ##/##/####}
 * @param unit printed after it
 * @param choices numbered buttons: options of a tick field, or candidates of a written one
 * @param reasons why it waits, in plain words
 * @param remarks what rules say about it
 * @param others what colleagues answered, shown only when they disagree or refer it
 */
public record FieldView(
        String id,
        String caption,
        String input,
        String state,
        boolean blind,
        boolean high,
        boolean readAsBlank,
        String value,
        List<String> values,
        String hint,
        String unit,
        List<Choice> choices,
        List<String> reasons,
        List<Remark> remarks,
        List<String> others,
        PageBox box) {

    /** Whether another copy of the sheet says something else here. */
    public boolean otherCopy() {
        return remarks.stream().anyMatch(r -> r.rule().startsWith(CopyComparison.RULE));
    }

    /** A numbered button. */
    public record Choice(int number, String value, String label, boolean chosen) {}

    /** @param severity {@code supports}, {@code warns} or {@code contradicts} */
    public record Remark(String rule, String severity, String text) {}

    public boolean open() {
        return state.equals("open");
    }
}
