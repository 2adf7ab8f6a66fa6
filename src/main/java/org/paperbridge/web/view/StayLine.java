package org.paperbridge.web.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.validation.dashboard.Lack;
import org.paperbridge.validation.dashboard.StayAtRisk;

/**
 * A stay that cannot be billed yet.
 *
 * @param name of the patient; empty when the census has none
 * @param patient number
 * @param stay visit number; empty when the paper has none
 */
public record StayLine(
        String name, String patient, String stay, String unit, Instant since, String age, List<LackLine> lacks) {

    public StayLine {
        lacks = List.copyOf(lacks);
    }

    /**
     * What it lacks.
     *
     * @param what form, and page where the form has several
     * @param state what is the matter with it
     * @param link where a person sees to it; empty where nobody can
     */
    public record LackLine(String sheet, String what, String state, String link) {}

    /** @param mayReview whether whoever looks may open tasks and sheets */
    public static StayLine of(
            StayAtRisk stay, FormCatalogue forms, Census census, Words words, Instant now, boolean mayReview) {
        return new StayLine(
                stay.patientId()
                        .flatMap(id -> census.patients().stream()
                                .filter(p -> p.id().equals(id))
                                .findFirst())
                        .map((Patient p) -> IdentityView.name(p))
                        .orElse(""),
                stay.patientId().orElse(""),
                stay.encounterId().orElse(""),
                DashboardView.unitName(stay.unit(), census),
                stay.since(),
                Ages.say(stay.since(), now, words),
                stay.lacks().stream().map(l -> line(l, forms, words, mayReview)).toList());
    }

    private static LackLine line(Lack lack, FormCatalogue forms, Words words, boolean mayReview) {
        Optional<FormTemplate> form = forms.findForm(lack.form());
        String title = form.map(f -> words.pick(f.titles(), f.ref().form()))
                .orElse(lack.form().form());
        boolean several =
                lack.page() > 0 && form.map(f -> f.layout().pages().size() > 1).orElse(true);
        return new LackLine(
                lack.serial().substring(0, 5) + "-" + lack.serial().substring(5),
                several ? title + " · " + words.say("page.number", lack.page()) : title,
                state(lack, form, words),
                link(lack, mayReview));
    }

    private static String state(Lack lack, Optional<FormTemplate> form, Words words) {
        String key = "lack." + lack.kind().code();
        return lack.kind() == Lack.Kind.UNSAID
                ? words.say(
                        key,
                        lack.fields().stream()
                                .map(id -> caption(id, form, words))
                                .collect(Collectors.joining(", ")))
                : words.say(key);
    }

    private static String caption(String field, Optional<FormTemplate> form, Words words) {
        return form.map(f -> f.labels().getOrDefault(words.language(), Map.of()))
                .map(labels -> labels.getOrDefault("field." + field, field))
                .orElse(field);
    }

    private static String link(Lack lack, boolean mayReview) {
        return switch (lack.kind()) {
            case WAITING -> mayReview ? lack.task().map(t -> "/task/" + t).orElse("") : "";
            case MISSING, NOT_BACK, UNSAID -> mayReview ? "/ledger/sheet/" + lack.serial() : "";
            case PARKED -> "/deliveries";
            case IN_THE_MACHINE -> "";
        };
    }
}
