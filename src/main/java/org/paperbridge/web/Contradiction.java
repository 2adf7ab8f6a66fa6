package org.paperbridge.web;

import java.util.List;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.copies.CopyComparison;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.web.view.Words;

/**
 * A rule that stands between a page and its release.
 *
 * @param text what it says, in the reader's language
 */
public record Contradiction(String rule, String text) {

    private static final String WORD = "contradicted:";

    static List<Contradiction> of(TaskContent content, List<String> problems, Words words) {
        return problems.stream()
                .filter(p -> p.startsWith(WORD))
                .map(p -> p.substring(WORD.length()))
                .map(rule -> new Contradiction(rule, text(content, rule, words)))
                .toList();
    }

    private static String text(TaskContent content, String rule, Words words) {
        if (rule.startsWith(CopyComparison.RULE)) {
            return otherCopy(content, rule, words);
        }
        return content.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(Finding::messages)
                .map(m -> words.pick(m, rule))
                .findFirst()
                .orElse(words.say("problem.contradicted", rule));
    }

    /** Two papers that differ: what the other says, and what releasing this one would do. */
    private static String otherCopy(TaskContent content, String rule, Words words) {
        String what = rule.equals(CopyComparison.RULE + "patient")
                ? words.say("problem.other-copy-patient")
                : words.say("problem.other-copy");
        return content.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(f -> words.pick(f.messages(), rule) + ". " + what)
                .findFirst()
                .orElse(what);
    }
}
