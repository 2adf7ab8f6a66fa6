package org.paperbridge.web.view;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.validation.queue.ReviewTask;

/**
 * A task in the worklist.
 *
 * @param what the form and page, or what kind of thing it is
 * @param why it waits
 * @param holder who works on it now, empty when nobody does
 */
public record TaskLine(String id, String what, String task, String why, int fields, String since, String holder) {

    public static TaskLine of(ReviewTask task, FormCatalogue forms, Words words, Instant now) {
        String what = task.form()
                .map(ref -> forms.findForm(ref)
                                .map(f -> words.pick(f.titles(), ref.form()))
                                .orElse(ref.toString())
                        + task.page()
                                .map(p -> " · " + words.say("page.number", p))
                                .orElse(""))
                .orElse(words.say("list.unknown-page"));
        Optional<String> holder = task.lease().filter(l -> l.holds(now)).map(l -> l.reviewer());
        String why = task.reason().startsWith("rule:")
                ? words.say("reason.rule")
                : words.sayMachineWord("reason", task.reason().replace(':', '-'));
        return new TaskLine(
                task.id(),
                what,
                words.say("task." + task.kind().code()),
                why,
                task.openFields(),
                Ages.say(task.createdAt(), now, words),
                holder.orElse(""));
    }
}
