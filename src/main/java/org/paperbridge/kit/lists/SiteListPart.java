package org.paperbridge.kit.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Phones, agenda, analyser codes, stock, envelopes and whatever else a site keeps as CSV files in its home. */
public final class SiteListPart implements KitPart {

    static final int DAYS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd/MM", Locale.ROOT);

    private final Path folder;
    private final List<SiteList> lists;
    private final TableSheets sheets;

    /**
     * @param folder with the CSV files, {@code lists/} of a home
     * @param lists those that are drawn, as far as the unit is to get them
     */
    public SiteListPart(Path folder, List<SiteList> lists, TableSheets sheets) {
        this.folder = folder;
        this.lists = List.copyOf(lists);
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) throws IOException {
        List<DrawnFile> files = new ArrayList<>();
        for (SiteList list : lists) {
            if (list.isFor(kit.plan().desks())) {
                draw(list, kit, notes).ifPresent(files::add);
            }
        }
        return files;
    }

    private Optional<DrawnFile> draw(SiteList list, UnitKit kit, KitNotes notes) throws IOException {
        SiteListFile file = new SiteListFile(list, folder, kit.words());
        List<SiteListFile.Entry> all = file.read(notes::add);
        List<SiteListFile.Entry> entries = here(all, list, kit);
        if (entries.isEmpty()) {
            if (!all.isEmpty()) {
                notes.add(kit.words().say("list.none-here", file.title(), list.csv()));
            }
            return Optional.empty();
        }
        List<Table.Row> rows = new ArrayList<>(
                entries.stream().map(entry -> row(list, entry, kit)).toList());
        for (int i = 0; i < list.free(); i++) {
            rows.add(new Table.Row(
                    list.columns().stream().map(SiteListPart::empty).toList(), false, list.rowMm()));
        }
        Table table = new Table(
                list.columns().stream()
                        .map(column -> new Table.Column(
                                file.heading(column.key()), column.share(), column.fill() == SiteList.Fill.REQUIRED))
                        .toList(),
                rows,
                list.rowMm() > 0);
        return Optional.of(new DrawnFile(
                list.fileName(), file.title(), sheets.draw(Heads.ofFile(kit, file.title(), file.changed()), table)));
    }

    private static List<SiteListFile.Entry> here(List<SiteListFile.Entry> entries, SiteList list, UnitKit kit) {
        LocalDate today = LocalDate.ofInstant(kit.printedAt(), kit.ward());
        List<SiteListFile.Entry> here = new ArrayList<>(entries.stream()
                .filter(entry ->
                        entry.unit().isEmpty() || entry.unit().equals(kit.unit().code()))
                .filter(entry -> !list.coming()
                        || entry.date()
                                .map(date -> !date.isBefore(today) && date.isBefore(today.plusDays(DAYS)))
                                .orElse(true))
                .toList());
        if (list.coming()) {
            here.sort(Comparator.comparing(
                            (SiteListFile.Entry entry) -> entry.date().orElse(LocalDate.MAX))
                    .thenComparing(
                            entry -> entry.cells().size() > 1 ? entry.cells().get(1) : ""));
        }
        return here;
    }

    private static Table.Row row(SiteList list, SiteListFile.Entry entry, UnitKit kit) {
        Iterator<String> given = entry.cells().iterator();
        List<String> cells = new ArrayList<>(list.columns().stream()
                .map(column -> column.isGiven() ? given.next() : empty(column))
                .toList());
        Optional<String> day = entry.date()
                .map(date -> DAY.withLocale(Locale.forLanguageTag(kit.words().language()))
                        .format(date));
        day.ifPresent(text -> cells.set(0, text));
        return new Table.Row(cells, false, list.rowMm());
    }

    private static String empty(SiteList.Col column) {
        return column.fill() == SiteList.Fill.TICK ? "☐" : "";
    }
}
