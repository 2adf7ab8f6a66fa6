package org.paperbridge.census;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.csv.CsvFile;

/**
 * A census as a table, for sites without a feed: one line a present patient. Columns, in French or English, in any
 * order: unit, patient number, visit number, name are required; bed, first name, birth date, sex, allergies, weight and
 * its date, drugs, problems, isolation, code status, diet, devices, contacts and unit name are not. Several in a cell are
 * separated by {@code |}; "aucune" or "none" is an answer, an empty cell is none.
 */
final class CensusTable {

    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry("unit", List.of("unit", "service", "uf", "unite")),
            Map.entry("unit-name", List.of("unitname", "libelleservice", "nomservice", "libelle")),
            Map.entry("bed", List.of("bed", "lit", "chambre")),
            Map.entry("patient", List.of("patient", "ipp", "patientnumber", "mrn")),
            Map.entry("stay", List.of("stay", "nda", "iep", "visit", "visitnumber", "sejour")),
            Map.entry("name", List.of("name", "nom", "nomdenaissance", "birthname", "family")),
            Map.entry("used", List.of("used", "nomutilise", "usedname", "nomusuel")),
            Map.entry("given", List.of("given", "prenom", "prenoms", "firstname")),
            Map.entry("born", List.of("born", "naissance", "datenaissance", "datedenaissance", "birthdate")),
            Map.entry("sex", List.of("sex", "sexe", "gender")),
            Map.entry("allergies", List.of("allergies", "allergie")),
            Map.entry("weight", List.of("weight", "poids")),
            Map.entry("weighed", List.of("weighed", "datepoids", "poidsle", "weighedon")),
            Map.entry("drugs", List.of("drugs", "traitements", "medicaments")),
            Map.entry("problems", List.of("problems", "problemes", "antecedents", "diagnostics")),
            Map.entry("isolation", List.of("isolation", "isolement", "precautions")),
            Map.entry("status", List.of("codestatus", "statut", "limitations")),
            Map.entry("diet", List.of("diet", "regime")),
            Map.entry("devices", List.of("devices", "dispositifs", "implants")),
            Map.entry("contacts", List.of("contacts", "contact", "personneaprevenir")));
    /** Columns that become notes; several are separated by {@code |}. */
    private static final Map<String, Kind> NOTES = Map.of(
            "problems", Kind.PROBLEM,
            "isolation", Kind.ISOLATION,
            "status", Kind.CODE_STATUS,
            "diet", Kind.DIET,
            "devices", Kind.DEVICE,
            "contacts", Kind.CONTACT);

    private static final List<String> NONE = List.of("aucun", "aucune", "none", "0");
    private static final List<String> REQUIRED = List.of("unit", "patient", "stay", "name");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.BASIC_ISO_DATE);

    private final CensusFile file;
    private final Instant statedAt;
    private final ZoneId ward;
    private final List<StatedFact> facts = new ArrayList<>();
    private final List<CensusFinding> findings = new ArrayList<>();
    private Map<String, Integer> places = Map.of();

    private CensusTable(CensusFile file, Instant statedAt, ZoneId ward) {
        this.file = file;
        this.statedAt = statedAt;
        this.ward = ward;
    }

    /**
     * @param statedAt when the table was written
     * @param ward zone of its dates
     */
    static CensusFacts read(CensusFile file, Instant statedAt, ZoneId ward) {
        return new CensusTable(file, statedAt, ward).read();
    }

    /** Whether the first line looks like the heading of such a table. */
    static boolean fits(CensusFile file) {
        List<CsvFile.Line> lines = CsvFile.parse(file.content().bytes()).lines();
        return !lines.isEmpty() && places(lines.getFirst()).keySet().containsAll(List.of("unit", "patient"));
    }

    private CensusFacts read() {
        List<CsvFile.Line> lines = CsvFile.parse(file.content().bytes()).lines();
        places = places(lines.getFirst());
        List<String> missing =
                REQUIRED.stream().filter(column -> !places.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            findings.add(CensusFinding.refused(
                    file.name(), 1, "colonnes manquantes : " + missing, "columns missing: " + missing));
            return new CensusFacts(facts, findings);
        }
        for (CsvFile.Line line : lines.subList(1, lines.size())) {
            use(line);
        }
        return new CensusFacts(facts, findings);
    }

    private void use(CsvFile.Line line) {
        String unit = cell(line, "unit");
        String patient = cell(line, "patient");
        String stay = cell(line, "stay");
        if (unit.isEmpty() || patient.isEmpty() || stay.isEmpty()) {
            findings.add(CensusFinding.refused(
                    file.name(),
                    line.number(),
                    "ligne sans service, numéro de patient ou numéro de séjour",
                    "line without unit, patient number or visit number"));
            return;
        }
        say(new CensusFact.UnitKnown(new Unit(
                unit,
                Optional.of(cell(line, "unit-name")).filter(n -> !n.isEmpty()).orElse(unit))));
        say(new CensusFact.PersonKnown(person(line, patient)));
        say(new CensusFact.StayOpened(new Encounter(
                stay,
                patient,
                unit,
                Optional.of(cell(line, "bed")).filter(bed -> !bed.isEmpty()),
                Optional.empty(),
                Optional.empty())));
        NOTES.forEach((column, kind) -> notes(cell(line, column), patient, kind));
        for (String drug : cell(line, "drugs").split("\\|")) {
            if (!drug.isBlank()) {
                say(new CensusFact.DrugRunning(new ActiveDrug(
                        patient,
                        drug.strip(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
            }
        }
    }

    /** An empty cell says nothing: unknown, not none. */
    private void notes(String cell, String patient, Kind kind) {
        for (String text : cell.split("\\|")) {
            if (NONE.contains(text.strip().toLowerCase(Locale.ROOT))) {
                say(new CensusFact.NoteKnown(patient + kind, BedsideNote.none(patient, kind, Optional.empty())));
            } else if (!text.isBlank() && !ForbiddenTraits.isOne("", text)) {
                say(new CensusFact.NoteKnown(
                        patient + kind + text, BedsideNote.of(patient, kind, text.strip(), Optional.empty())));
            }
        }
    }

    private Patient person(CsvFile.Line line, String number) {
        String allergies = cell(line, "allergies");
        boolean none = NONE.contains(allergies.toLowerCase(Locale.ROOT));
        String born = cell(line, "born");
        Optional<LocalDate> birth = date(born);
        if (!born.isEmpty() && birth.isEmpty()) {
            noted(line, "date de naissance illisible", "birth date cannot be read");
        }
        String weight = cell(line, "weight").replace(',', '.');
        boolean kilograms = weight.matches("\\d{1,3}(\\.\\d+)?");
        if (!weight.isEmpty() && !kilograms) {
            noted(line, "poids illisible", "weight cannot be read");
        }
        String weighed = cell(line, "weighed");
        Optional<Instant> day =
                date(weighed).map(date -> date.atTime(12, 0).atZone(ward).toInstant());
        if (!weighed.isEmpty() && day.isEmpty()) {
            noted(line, "date du poids illisible", "date of the weight cannot be read");
        }
        return new Patient(
                number,
                cell(line, "name"),
                Optional.of(cell(line, "used")).filter(name -> !name.isEmpty()),
                Optional.of(cell(line, "given")).filter(name -> !name.isEmpty()).stream()
                        .toList(),
                birth,
                sex(cell(line, "sex")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                none || allergies.isEmpty() ? List.of() : List.of(allergies.split("\\s*\\|\\s*")),
                none,
                kilograms ? Optional.of(Double.valueOf(weight)) : Optional.empty(),
                kilograms ? day : Optional.empty());
    }

    private static Optional<String> sex(String cell) {
        return switch (cell.toUpperCase(Locale.ROOT)) {
            case "M", "1", "H" -> Optional.of("M");
            case "F", "2" -> Optional.of("F");
            case "I", "3" -> Optional.of("I");
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, format));
            } catch (DateTimeException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private void noted(CsvFile.Line line, String fr, String en) {
        findings.add(CensusFinding.noted(file.name(), line.number(), fr, en));
    }

    private void say(CensusFact fact) {
        facts.add(new StatedFact(statedAt, fact));
    }

    private String cell(CsvFile.Line line, String column) {
        return line.cell(places.getOrDefault(column, -1));
    }

    private static Map<String, Integer> places(CsvFile.Line heading) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            String word = Normalizer.normalize(heading.cell(i), Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z]", "")
                    .toLowerCase(Locale.ROOT);
            for (Map.Entry<String, List<String>> column : COLUMNS.entrySet()) {
                if (column.getValue().contains(word)) {
                    places.put(column.getKey(), i);
                }
            }
        }
        return places;
    }
}
