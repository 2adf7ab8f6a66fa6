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
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Encounter;
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
        }
        return words;
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
    private String allergies(Patient patient) {
        if (!patient.allergies().isEmpty()) {
            return "⚠ " + String.join(", ", patient.allergies());
        }
        if (patient.noKnownAllergy()) {
            return french ? "aucune connue" : "none known";
        }
        return french ? "INCONNUES" : "UNKNOWN";
    }

    private String drug(ActiveDrug drug) {
        List<String> parts = new ArrayList<>();
        parts.add(drug.name());
        drug.dose().ifPresent(dose -> parts.add(dose + " " + drug.unit().orElse("")));
        drug.route().ifPresent(route -> parts.add(route(route)));
        drug.timing().ifPresent(parts::add);
        return String.join("   ", parts).strip();
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
