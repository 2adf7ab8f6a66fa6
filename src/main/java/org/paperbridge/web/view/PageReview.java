package org.paperbridge.web.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.validation.identity.StickerWitness;
import org.paperbridge.validation.queue.Settlement;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.rule.NumberedProducts;

/** Makes the view of a page whose values wait, for one reviewer. Pure. */
public final class PageReview {

    private final TaskContent content;
    private final FormTemplate form;
    private final PageIdentity identity;
    private final String reviewer;
    private final Words words;

    /** @param form the one the page was printed from */
    public PageReview(TaskContent content, FormTemplate form, PageIdentity identity, String reviewer, Words words) {
        this.content = content;
        this.form = form;
        this.identity = identity;
        this.reviewer = reviewer;
        this.words = words;
    }

    /** The page a task is about; empty when nobody knows which one it is. */
    public static Optional<PageIdentity> identityOf(TaskContent content) {
        return content.outcome().flatMap(o -> switch (o) {
            case PageOutcome.Read read -> Optional.of(read.identity());
            case PageOutcome.Unregistered unlocated -> Optional.of(unlocated.identity());
            case PageOutcome.Rescan rescan -> Optional.of(rescan.identity());
            case PageOutcome.Unidentified u -> Optional.empty();
            case PageOutcome.Forged f -> Optional.empty();
            case PageOutcome.Foreign f -> Optional.empty();
            case PageOutcome.UnknownForm u -> Optional.empty();
            case PageOutcome.Conflicting c -> Optional.empty();
            case PageOutcome.Blank b -> Optional.empty();
            case PageOutcome.BatchHeader h -> Optional.empty();
            case PageOutcome.BatchTrailer t -> Optional.empty();
            case PageOutcome.Separator s -> Optional.empty();
            case PageOutcome.Undecodable u -> Optional.empty();
        });
    }

    /** @param formulary names the products of the numbers on the page */
    public ReviewView view(Census census, Formulary formulary) {
        LayoutPage page = form.layout().getPage(identity.page());
        Map<String, FieldZone> zones = new HashMap<>();
        page.fields().forEach(z -> zones.put(z.id(), z));
        List<FieldReading> readings = content.outcome()
                .map(o -> o instanceof PageOutcome.Read read ? read.readings() : List.<FieldReading>of())
                .orElse(List.of());
        Map<String, FieldReading> byField = new HashMap<>();
        readings.forEach(r -> byField.put(r.field(), r));
        Settlement settled = Settlement.of(readings, content.verdicts(), content.decisions());
        Map<String, String> numbered = NumberedProducts.byLine(
                form,
                field -> Optional.ofNullable(settled.values().get(field))
                        .or(() -> Optional.ofNullable(byField.get(field)).map(FieldReading::values))
                        .filter(values -> values.size() == 1)
                        .map(List::getFirst),
                formulary);
        List<FieldView> work = new ArrayList<>();
        List<FieldView> accepted = new ArrayList<>();
        for (FieldVerdict verdict : content.verdicts()) {
            FieldZone zone = zones.get(verdict.field());
            if (zone == null || StickerWitness.isPatientLabel(zone)) {
                continue;
            }
            FieldHistory history = FieldHistory.of(verdict.field(), content.decisions());
            FieldView view = new FieldReview(form, zone, verdict, history, reviewer, words)
                    .view(
                            Optional.ofNullable(byField.get(zone.id())),
                            settled.open().contains(zone.id()),
                            content.findings(),
                            Optional.ofNullable(numbered.get(zone.id())));
            if (!view.state().equals("accepted")) {
                work.add(view);
            } else if (!(zone instanceof FieldZone.Print)) {
                accepted.add(view);
            }
        }
        return new ReviewView(
                content.task(),
                IdentityView.of(identity, Optional.of(form), census, words),
                List.copyOf(work),
                List.copyOf(accepted),
                page.widthMm(),
                page.heightMm(),
                content.outcome().filter(PageOutcome.Read.class::isInstance).isPresent());
    }
}
