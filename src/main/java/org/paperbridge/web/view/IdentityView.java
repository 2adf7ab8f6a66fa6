package org.paperbridge.web.view;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;

/**
 * Whose page, and which: the strip above it. Empty text where nobody knows.
 *
 * @param serial of the printed form and the number of the page, as on the paper
 */
public record IdentityView(
        String name,
        String birthDate,
        String sex,
        String patientId,
        String encounterId,
        String unit,
        String form,
        String page,
        String serial) {

    public static IdentityView of(PageIdentity page, Optional<FormTemplate> form, Census census, Words words) {
        Optional<Patient> patient = page.patientId()
                .flatMap(id -> census.patients().stream()
                        .filter(p -> p.id().equals(id))
                        .findFirst());
        Optional<Encounter> stay = page.encounterId()
                .flatMap(id -> census.encounters().stream()
                        .filter(e -> e.id().equals(id))
                        .findFirst());
        String title = form.map(f -> words.pick(f.titles(), f.ref().form()))
                .orElse(page.form().toString());
        int pages = form.map(f -> f.layout().pages().size()).orElse(page.page());
        return new IdentityView(
                patient.map(IdentityView::name).orElse(""),
                patient.flatMap(Patient::birthDate).map(d -> date(d, words)).orElse(""),
                patient.flatMap(Patient::sex).orElse(""),
                page.patientId().orElse(""),
                page.encounterId().orElse(""),
                stay.map(e -> unit(e, census)).orElse(""),
                title,
                words.say("page.of", page.page(), pages),
                page.serial().substring(0, 5) + "-" + page.serial().substring(5));
    }

    static String name(Patient patient) {
        return patient.usedName().orElse(patient.birthName()) + " " + String.join(" ", patient.given());
    }

    private static String unit(Encounter stay, Census census) {
        String name = census.units().stream()
                .filter(u -> u.code().equals(stay.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse(stay.unit());
        return stay.bed().map(bed -> name + " · " + bed).orElse(name);
    }

    static String date(LocalDate date, Words words) {
        return date.format(DateTimeFormatter.ofPattern(words.say("format.date"), Locale.of(words.language())));
    }
}
