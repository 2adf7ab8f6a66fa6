package org.paperbridge.kit.lists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.paperbridge.form.csv.CsvFile;
import org.paperbridge.kit.KitWords;

/**
 * One CSV file of a site's lists. Headings are the keys of the columns or their printed words in French or English; an
 * optional column {@code unit} keeps a row for one unit. Every mistake is told with file and line, and what is there is
 * used all the same.
 */
public final class SiteListFile {

    private static final String UNIT = "unit";
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT));

    private final SiteList list;
    private final Path file;
    private final KitWords words;

    /** @param folder with the CSV files */
    public SiteListFile(SiteList list, Path folder, KitWords words) {
        this.list = list;
        this.file = folder.resolve(list.csv());
        this.words = words;
    }

    /**
     * @param unit code; empty when the row is for everybody
     * @param date of lists with dates; empty when it cannot be read
     * @param cells in the order of the list's columns that are given
     */
    record Entry(String unit, Optional<LocalDate> date, List<String> cells) {

        Entry {
            cells = List.copyOf(cells);
        }
    }

    /** All rows, each mistake told; empty and told when there is no such file. */
    List<Entry> read(Consumer<String> mistakes) {
        if (!Files.exists(file)) {
            mistakes.accept(words.say("list.missing", title(), list.csv()));
            return List.of();
        }
        try {
            List<Entry> entries = entries(CsvFile.read(file), mistakes);
            if (entries.isEmpty()) {
                mistakes.accept(words.say("list.empty", title(), list.csv()));
            }
            return entries;
        } catch (IOException e) {
            mistakes.accept(words.say("list.unreadable", title(), list.csv()));
            return List.of();
        }
    }

    /** Reads the file only to find its mistakes; @return how many rows it has. */
    public int check(Consumer<String> mistakes) {
        return read(mistakes).size();
    }

    /**
     * Chosen cells of every row.
     *
     * @param columns keys; one the list does not have stays empty
     * @param unit rows of this unit and of everybody; all rows when it is empty
     */
    public List<List<String>> cells(List<String> columns, String unit, Consumer<String> mistakes) {
        List<String> keys = list.given().stream().map(SiteList.Col::key).toList();
        return read(mistakes).stream()
                .filter(entry ->
                        unit.isEmpty() || entry.unit().isEmpty() || entry.unit().equals(unit))
                .map(entry -> columns.stream()
                        .map(column -> keys.contains(column) ? entry.cells().get(keys.indexOf(column)) : "")
                        .toList())
                .toList();
    }

    /** The heading of a new file, with its columns explained. */
    public String example() {
        StringBuilder text = new StringBuilder("# " + title() + "\n");
        text.append(UNIT);
        list.given().forEach(column -> text.append(';').append(column.key()));
        return text.append('\n').toString();
    }

    /** When the file was last changed. */
    Instant changed() throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    public String title() {
        return Optional.ofNullable(list.titles().get(words.language()))
                .or(() -> words.find("list." + list.key()))
                .orElse(list.key());
    }

    private List<Entry> entries(CsvFile csv, Consumer<String> mistakes) {
        if (csv.lines().isEmpty()) {
            return List.of();
        }
        Map<String, Integer> places = places(csv.lines().getFirst(), mistakes);
        List<Entry> entries = new ArrayList<>();
        for (CsvFile.Line line : csv.lines().subList(1, csv.lines().size())) {
            if (line.cells().size() > csv.lines().getFirst().cells().size()) {
                mistakes.accept(at(line.number(), words.say("list.too-many-cells")));
            }
            List<String> cells = new ArrayList<>();
            for (SiteList.Col column : list.given()) {
                String cell = line.cell(places.getOrDefault(column.key(), -1));
                if (column.fill() == SiteList.Fill.REQUIRED && cell.isEmpty() && places.containsKey(column.key())) {
                    mistakes.accept(at(line.number(), words.say("list.no-cell", heading(column.key()))));
                }
                cells.add(cell);
            }
            Optional<LocalDate> date = list.coming() ? date(cells.getFirst()) : Optional.empty();
            if (list.coming() && date.isEmpty() && !cells.getFirst().isEmpty()) {
                mistakes.accept(at(line.number(), words.say("list.no-date", cells.getFirst())));
            }
            entries.add(new Entry(line.cell(places.getOrDefault(UNIT, -1)), date, cells));
        }
        return entries;
    }

    private Map<String, Integer> places(CsvFile.Line heading, Consumer<String> mistakes) {
        Map<String, String> keys = new HashMap<>();
        keys.put(UNIT, UNIT);
        for (KitWords language : List.of(KitWords.of("fr"), KitWords.of("en"))) {
            keys.put(plain(language.say("column." + UNIT)), UNIT);
            for (SiteList.Col column : list.given()) {
                keys.put(plain(column.key()), column.key());
                language.find("column." + column.key()).ifPresent(word -> keys.put(plain(word), column.key()));
            }
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < heading.cells().size(); i++) {
            String key = keys.get(plain(heading.cell(i)));
            if (key == null) {
                mistakes.accept(at(heading.number(), words.say("list.unknown-column", heading.cell(i))));
            } else {
                places.put(key, i);
            }
        }
        for (SiteList.Col column : list.given()) {
            if (column.fill() == SiteList.Fill.REQUIRED && !places.containsKey(column.key())) {
                mistakes.accept(at(heading.number(), words.say("list.no-column", column.key())));
            }
        }
        return places;
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

    String heading(String key) {
        return words.find("column." + key).orElse(key);
    }

    private String at(int line, String message) {
        return "lists/" + list.csv() + ":" + line + ": " + message;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z0-9]", "")
                .toLowerCase(Locale.ROOT);
    }
}
