package org.paperbridge.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Intake.Moment;
import org.paperbridge.form.census.Patient;

/** What the print zones of a form say about a patient. */
public final class Prefill {

    /** The one word of a sheet that differs each time it is printed. */
    static final String PRINTED_AT = "kit.printed-at";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private final boolean french;
    private final ZoneId ward;

    /** @param language {@code fr} or {@code en} */
    public Prefill(String language, ZoneId ward) {
        this.french = language.equals("fr");
        this.ward = ward;
    }

    /** What every sheet says, blank ones too. */
    public Map<String, String> sheet(String unit, Instant printedAt, Optional<Instant> dataAsOf) {
        Map<String, String> words = new HashMap<>();
        words.put("unit.name", unit);
        String printed = (french ? "Imprimé le " : "Printed ") + MOMENT.format(printedAt.atZone(ward));
        words.put(PRINTED_AT, printed);
        dataAsOf.ifPresent(at -> words.put(
                PRINTED_AT, printed + (french ? " · données du " : " · data as of ") + MOMENT.format(at.atZone(ward))));
        return words;
    }

    public Map<String, String> patient(Patient patient, Optional<Encounter> encounter) {
        Map<String, String> words = new HashMap<>();
        words.put("patient.name", name(patient, french ? "fr" : "en"));
        words.put("patient.birth-date", patient.birthDate().map(this::date).orElse(""));
        words.put("patient.sex", patient.sex().orElse(""));
        words.put("patient.id", patient.id());
        words.put("patient.allergies", allergies(patient));
        encounter.ifPresent(stay -> {
            words.put("encounter.id", stay.id());
            words.put("encounter.bed", stay.bed().orElse(""));
        });
        return words;
    }

    /** @param drugs of one sheet, at most as many as it has lines */
    public Map<String, String> drugs(List<ActiveDrug> drugs) {
        Map<String, String> words = new HashMap<>();
        for (int i = 0; i < drugs.size(); i++) {
            words.put("drug." + (i + 1), drug(drugs.get(i)));
            words.put("plan.drug." + (i + 1), drugOfPlan(drugs.get(i)));
            for (Moment moment : Moment.values()) {
                words.put(
                        "plan." + moment.name().toLowerCase(Locale.ROOT) + "." + (i + 1),
                        planned(drugs.get(i), moment));
            }
        }
        return words;
    }

    /** Which of several sheets of one patient's drugs: a plan of which the second sheet is overlooked lacks a drug. */
    Map<String, String> sheetOf(int number, int count) {
        return Map.of("drugs.sheet", (french ? "Feuille %d sur %d" : "Sheet %d of %d").formatted(number, count));
    }

    /** Georgian has capitals that nobody writes names in and few fonts have. */
    private static String capitals(String name) {
        boolean georgian =
                name.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.GEORGIAN);
        return georgian ? name : name.toUpperCase(Locale.ROOT);
    }

    /** Birth name in capitals, name in use, given name; says so when there is none, for a gap could be overlooked. */
    public static String name(Patient patient, String language) {
        if (patient.birthName().isBlank()) {
            String given =
                    patient.given().isEmpty() ? "" : " " + patient.given().getFirst();
            return (language.equals("fr") ? "SANS NOM" : "NO NAME") + given;
        }
        String birth = capitals(patient.birthName());
        String used = patient.usedName().map(u -> " (" + capitals(u) + ")").orElse("");
        return birth
                + used
                + (patient.given().isEmpty() ? "" : " " + patient.given().getFirst());
    }

    private String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Three states: known ones, explicitly none, unknown. Blank is never an answer. */
    public String allergies(Patient patient) {
        if (!patient.allergies().isEmpty()) {
            return "⚠ " + String.join(", ", patient.allergies());
        }
        if (patient.noKnownAllergy()) {
            return french ? "aucune connue" : "none known";
        }
        return french ? "INCONNUES" : "UNKNOWN";
    }

    /** Name, dose, route and times; of a plan by moments these, where the order gives no times. */
    public String drug(ActiveDrug drug) {
        List<String> parts = new ArrayList<>();
        parts.add(drug.name());
        drug.dose().ifPresent(dose -> parts.add(dose + " " + drug.unit().orElse("")));
        drug.route().ifPresent(route -> parts.add(route(route)));
        drug.timing()
                .map(timing -> DrugTiming.words(timing, french))
                .or(() -> Optional.of(moments(drug)).filter(text -> !text.isEmpty()))
                .ifPresent(parts::add);
        return String.join("   ", parts).strip();
    }

    /** Beside the doses of the moments they are not said again; where the moments are not known, all that is known. */
    private String drugOfPlan(ActiveDrug drug) {
        return drug.plan().isEmpty() ? drug(drug) : drugAndRoute(drug);
    }

    /** For plans that give dose and times elsewhere. */
    public String drugAndRoute(ActiveDrug drug) {
        return drug.name() + drug.route().map(route -> ", " + route(route)).orElse("");
    }

    /** Dose of one moment: a dash when the order says there is none, a question mark when it does not say. */
    public String planned(ActiveDrug drug, Moment moment) {
        if (drug.plan().isEmpty()) {
            return "?";
        }
        return drug.plan().stream()
                .filter(intake -> intake.moment() == moment)
                .map(intake -> intake.dose().orElse("?"))
                .findFirst()
                .orElse("–");
    }

    /** What is known of a drug whose moments are not. */
    public String asked(ActiveDrug drug) {
        String dose = drug.dose().map(d -> d + " " + drug.unit().orElse("")).orElse("");
        String timing =
                drug.timing().map(text -> DrugTiming.words(text, french)).orElse("");
        String known = (dose + " " + timing).strip();
        return known.isEmpty() ? (french ? "dose et horaires ?" : "dose and times?") : known;
    }

    private String moments(ActiveDrug drug) {
        return drug.plan().stream()
                .map(intake ->
                        (drug.dose().isPresent() ? "" : intake.dose().orElse("?") + " ") + moment(intake.moment()))
                .collect(Collectors.joining(", "));
    }

    private String moment(Moment moment) {
        return switch (moment) {
            case MORNING -> french ? "matin" : "morning";
            case NOON -> french ? "midi" : "noon";
            case EVENING -> french ? "soir" : "evening";
            case NIGHT -> french ? "coucher" : "night";
        };
    }

    private String route(String route) {
        return switch (route) {
            case "oral" -> french ? "voie orale" : "oral";
            case "inhaled" -> french ? "inhalé" : "inhaled";
            case "other" -> french ? "autre voie" : "other route";
            default -> route.toUpperCase(Locale.ROOT);
        };
    }
}
