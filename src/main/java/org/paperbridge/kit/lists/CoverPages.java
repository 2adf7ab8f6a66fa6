package org.paperbridge.kit.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.page.TextMeasure;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.UnitKit;

/**
 * The first pages of a kit: whose it is and how old, what to do first, what needs a look, and what is in which file.
 * Lengths in mm.
 */
public final class CoverPages {

    private static final double LEFT = 12;
    private static final double WIDTH = 186;
    private static final int STEPS = 8;
    private static final int NOTES_ON_COVER = 8;

    private final TextMeasure measure;
    private final TableSheets sheets;

    public CoverPages(TextMeasure measure) {
        this.measure = measure;
        this.sheets = new TableSheets(measure);
    }

    /**
     * One file of the kit.
     *
     * @param name as people find it on the stick
     */
    public record Content(String name, String title, int pages) {}

    /** A kit of which every sheet was printed now. */
    public DrawnFile cover(UnitKit kit, List<Content> contents, List<String> notes) {
        return cover(kit, contents, notes, Optional.empty());
    }

    /**
     * @param notes everything on the exception list
     * @param oldest when the oldest sheet was printed that was taken over from the kit before
     */
    public DrawnFile cover(UnitKit kit, List<Content> contents, List<String> notes, Optional<Instant> oldest) {
        List<DrawnPage> pages = new ArrayList<>();
        pages.add(first(kit, notes, oldest));
        String title = kit.words().say("cover.contents");
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.file"), 70, true),
                new Table.Column(kit.words().say("column.content"), 90, false),
                new Table.Column(kit.words().say("column.pages"), 18, false),
                new Table.Column(kit.words().say("column.printed"), 18, false));
        List<Table.Row> rows = contents.stream()
                .map(content -> Table.Row.of(content.name(), content.title(), Integer.toString(content.pages()), "☐"))
                .toList();
        pages.addAll(sheets.draw(Heads.of(kit, title), new Table(columns, rows)));
        return new DrawnFile("00-start-here", kit.words().say("file.start-here"), pages);
    }

    /** Everything that needs a look, one line each; says so when there is nothing. */
    public DrawnFile exceptions(UnitKit kit, List<String> notes) {
        String title = kit.words().say("file.exceptions");
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.exception"), 160, false),
                new Table.Column(kit.words().say("column.done"), 26, false));
        List<Table.Row> rows = (notes.isEmpty() ? List.of(kit.words().say("cover.no-notes")) : notes)
                .stream()
                        .map(note -> new Table.Row(List.of(note, "☐"), false, 7))
                        .toList();
        return new DrawnFile("02-exceptions", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows)));
    }

    private DrawnPage first(UnitKit kit, List<String> notes, Optional<Instant> oldest) {
        PageSketch page = PageSketch.portrait();
        page.fill(new PageBox(LEFT, 12, WIDTH, 20), 0);
        page.inverse(new PageBox(LEFT + 5, 12, 90, 20), kit.words().say("cover.title"), 26, Align.LEFT);
        page.inverse(new PageBox(LEFT + 98, 12, WIDTH - 103, 20), kit.unit().name(), 20, Align.RIGHT);
        double y = freshness(page, kit, 36);
        if (oldest.isPresent()) {
            String said = kit.words().say("cover.oldest-sheet", Heads.at(kit, oldest.get()));
            page.text(new PageBox(LEFT + 1, y - 3.5, WIDTH - 2, 5), said, 10, false);
            y += 4;
        }
        String warning = Heads.warning(kit);
        if (!warning.isEmpty()) {
            page.fill(new PageBox(LEFT, y, WIDTH, 11), 0);
            page.inverse(new PageBox(LEFT + 3, y, WIDTH - 6, 11), warning, 14, Align.CENTRE);
            y += 15;
        }
        y = heading(page, y, kit.words().say("cover.first"));
        for (int i = 1; i <= STEPS; i++) {
            y = step(page, y, Integer.toString(i), kit.words().say("cover.step." + i));
        }
        y = heading(page, y + 4, kit.words().say("cover.check", notes.size()));
        List<String> shown = notes.isEmpty()
                ? List.of(kit.words().say("cover.no-notes"))
                : notes.subList(0, Math.min(NOTES_ON_COVER, notes.size()));
        for (String note : shown) {
            y = step(page, y, "☐", note);
        }
        if (notes.size() > shown.size()) {
            step(page, y, "…", kit.words().say("cover.more-notes", notes.size() - shown.size()));
        }
        return page.done();
    }

    private static double freshness(PageSketch page, UnitKit kit, double top) {
        List<List<String>> cells = List.of(
                List.of(kit.words().say("cover.printed"), Heads.at(kit, kit.printedAt())),
                List.of(
                        kit.words().say("cover.data"),
                        Heads.at(kit, kit.census().asOf())),
                List.of(kit.words().say("cover.age"), Heads.words(Heads.age(kit), kit.words())),
                List.of(
                        kit.words().say("cover.patients"),
                        Integer.toString(kit.beds().size())));
        double[] widths = {56, 56, 44, 30};
        double x = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            page.frame(new PageBox(x, top, widths[i], 17));
            page.text(
                    new PageBox(x + 2.5, top + 1.5, widths[i] - 5, 5),
                    cells.get(i).getFirst(),
                    8.5,
                    false);
            page.text(
                    new PageBox(x + 2.5, top + 7, widths[i] - 5, 8),
                    cells.get(i).getLast(),
                    14,
                    true);
            x += widths[i];
        }
        return top + 22;
    }

    private static double heading(PageSketch page, double y, String text) {
        page.text(new PageBox(LEFT, y, WIDTH, 7), text, 14, true);
        page.line(LEFT, y + 8, LEFT + WIDTH, y + 8);
        return y + 11;
    }

    private double step(PageSketch page, double top, String mark, String text) {
        double pt = 11;
        double line = 5.4;
        page.text(new PageBox(LEFT + 1, top, 7, line), mark, pt, true);
        double y = top;
        for (String part : measure.lines(text, pt, false, WIDTH - 11)) {
            page.text(new PageBox(LEFT + 10, y, WIDTH - 10, line), part, pt, false);
            y += line;
        }
        return y + 1.8;
    }
}
