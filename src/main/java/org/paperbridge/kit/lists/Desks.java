package org.paperbridge.kit.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.csv.CsvFile;

/**
 * Places of the hospital that have no beds and still get a kit: laboratory, pharmacy, IT and so on. The site names them
 * in {@code lists/desks.csv}: code, name and which desks they run, e.g. {@code LAB;Laboratoire;lab}.
 */
public record Desks(List<Desk> desks) {

    public static final String FILE = "desks.csv";

    public Desks {
        desks = List.copyOf(desks);
    }

    /** @param runs words of {@code lists.properties}, e.g. {@code lab} */
    public record Desk(Unit unit, Set<String> runs) {

        public Desk {
            runs = Set.copyOf(runs);
        }
    }

    /** @throws SiteListException when a line has no code, or runs a desk that no list is for */
    public static Desks ofFolder(Path folder, Set<String> known) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Desks(List.of());
        }
        List<String> mistakes = new ArrayList<>();
        List<Desk> desks = new ArrayList<>();
        try {
            for (CsvFile.Line line : CsvFile.read(file).lines()) {
                Set<String> runs = Arrays.stream(
                                line.cell(2).toLowerCase(Locale.ROOT).split("[ ,|]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet());
                boolean heading = line.number() == 1 && line.cell(0).equalsIgnoreCase("unit");
                if (!heading && (line.cell(0).isEmpty() || !known.containsAll(runs))) {
                    mistakes.add("lists/" + FILE + ":" + line.number() + ": expected code;name;desks, desks among "
                            + known.stream().sorted().toList());
                } else if (!heading) {
                    String name = line.cell(1).isEmpty() ? line.cell(0) : line.cell(1);
                    desks.add(new Desk(new Unit(line.cell(0), name), runs));
                }
            }
        } catch (IOException e) {
            mistakes.add("lists/" + FILE + ": cannot be read");
        }
        if (!mistakes.isEmpty()) {
            throw new SiteListException(String.join("\n", mistakes));
        }
        return new Desks(desks);
    }

    public List<Unit> units() {
        return desks.stream().map(Desk::unit).toList();
    }

    public boolean names(Unit unit) {
        return desks.stream().anyMatch(desk -> desk.unit().code().equals(unit.code()));
    }

    /** What a unit runs; empty for wards. */
    public Set<String> runs(Unit unit) {
        return desks.stream()
                .filter(desk -> desk.unit().code().equals(unit.code()))
                .flatMap(desk -> desk.runs().stream())
                .collect(Collectors.toSet());
    }
}
