package org.paperbridge.kit.lists;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Everybody in the house by name, and where: for the desks that have to send a result or a visitor to them. */
public final class HouseCensusPart implements KitPart {

    /** Who has to know where everybody is; nobody else gets the whole house. */
    private static final Set<String> DESKS = Set.of("lab", "imaging", "admissions", "switchboard", "pharmacy");

    private final TableSheets sheets;

    public HouseCensusPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        return kit.plan().desks().stream().anyMatch(DESKS::contains) ? List.of(whole(kit)) : List.of();
    }

    /** Whatever the unit is. */
    public DrawnFile whole(UnitKit kit) {
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.name"), 58, true),
                new Table.Column(kit.words().say("column.born"), 30, false),
                new Table.Column(kit.words().say("column.patient-number"), 26, false),
                new Table.Column(kit.words().say("column.unit-name"), 36, true),
                new Table.Column(kit.words().say("column.bed"), 18, true),
                new Table.Column(kit.words().say("column.now-in"), 18, false));
        Map<String, Patient> patients = new HashMap<>();
        kit.census().patients().forEach(patient -> patients.put(patient.id(), patient));
        Map<String, String> units = new HashMap<>();
        kit.census().units().forEach(unit -> units.put(unit.code(), unit.name()));
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        List<Table.Row> rows = kit.census().encounters().stream()
                .flatMap(stay -> Optional.ofNullable(patients.get(stay.patientId()))
                        .map(patient -> row(patient, stay, prefill, units.getOrDefault(stay.unit(), stay.unit())))
                        .stream())
                .sorted(Comparator.comparing(row -> row.cells().getFirst()))
                .toList();
        String title = kit.words().say("file.house-census");
        return new DrawnFile("01-house-census", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows)));
    }

    private static Table.Row row(Patient patient, Encounter stay, Prefill prefill, String unit) {
        Map<String, String> words = prefill.patient(patient, Optional.of(stay));
        return Table.Row.of(
                words.getOrDefault("patient.name", ""),
                (words.getOrDefault("patient.birth-date", "") + " " + words.getOrDefault("patient.sex", "")).strip(),
                patient.id(),
                unit,
                words.getOrDefault("encounter.bed", ""),
                "");
    }

    /** The house as a unit, where none is named. */
    public static Unit house(String name) {
        return new Unit("house", name);
    }
}
