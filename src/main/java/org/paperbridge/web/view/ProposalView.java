package org.paperbridge.web.view;

import java.util.List;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.queue.TaskContent;

/**
 * A form that a page without codes looks like.
 *
 * @param choice what is sent when a person chooses it: form, version and page
 * @param why what speaks for it
 */
public record ProposalView(String choice, String title, String why) {

    private static final int PERCENT = 100;

    /** Best first; empty when the page looks like none. */
    public static List<ProposalView> of(TaskContent content, FormCatalogue forms, Words words) {
        return content
                .outcome()
                .filter(PageOutcome.Unidentified.class::isInstance)
                .map(o -> ((PageOutcome.Unidentified) o).proposals())
                .orElse(List.of())
                .stream()
                .map(p -> of(p, forms, words))
                .toList();
    }

    /** What the codes of a sticker on the page say. */
    public static List<String> stickers(TaskContent content) {
        return content.outcome()
                .filter(PageOutcome.Unidentified.class::isInstance)
                .map(o -> ((PageOutcome.Unidentified) o).stickers())
                .orElse(List.of());
    }

    private static ProposalView of(FormProposal proposal, FormCatalogue forms, Words words) {
        String title = forms.findForm(proposal.form())
                .map(form -> words.pick(form.titles(), proposal.form().form()))
                .orElse(proposal.form().form());
        String lines = words.say("proposal.lines", Math.round(proposal.share() * PERCENT));
        return new ProposalView(
                proposal.form().form() + "/" + proposal.form().version() + "/" + proposal.page(),
                title + " v" + proposal.form().version() + " · " + words.say("page.number", proposal.page()),
                proposal.named() ? words.say("proposal.named") + " · " + lines : lines);
    }
}
