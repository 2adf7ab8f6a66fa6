package org.paperbridge.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.TextMeasure;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** The ward board: one line a bed in letters that are read across a room, with room for what changes. Lengths in mm. */
public final class BoardPart implements KitPart {

    private static final double LEFT = 12;
    private static final double WIDTH = 273;
    private static final double TOP = 38;
    private static final double ROW = 12.6;
    private static final int ROWS = 12;
    private static final double[] WIDTHS = {22, 76, 62, 45, 16, 52};
    private static final double PAD = 1.5;
    private static final double EDGE = 0.4;
    /** mm a point of the letters. */
    private static final double LEADING = 0.42;

    private static final double LEAST_PT = 7;

    private final TextMeasure measure;

    public BoardPart(TextMeasure measure) {
        this.measure = measure;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        if (kit.beds().isEmpty()) {
            return List.of();
        }
        String title = kit.words().say("file.board");
        // Free lines for those who come.
        int lines = kit.beds().size() + Math.max(2, kit.beds().size() / 6);
        int pages = (lines + ROWS - 1) / ROWS;
        List<DrawnPage> drawn = new ArrayList<>();
        for (int page = 0; page < pages; page++) {
            drawn.add(page(kit, title, page, pages));
        }
        return List.of(new DrawnFile("01-board", title, drawn));
    }

    private DrawnPage page(UnitKit kit, String title, int page, int pages) {
        PageSketch sketch = PageSketch.landscape();
        sketch.text(new PageBox(LEFT, 12, 150, 10), title + " — " + kit.unit().name(), 22, true);
        sketch.text(
                new PageBox(LEFT + 150, 12, WIDTH - 150, 10),
                kit.words().say("head.page") + " " + (page + 1) + " / " + pages,
                11,
                true,
                Align.RIGHT);
        String warning = Heads.warning(kit);
        sketch.text(
                new PageBox(LEFT, 22.5, WIDTH, 5),
                Heads.of(kit, title).freshness() + (warning.isEmpty() ? "" : "   ⚠ " + warning),
                10,
                !warning.isEmpty());
        List<String> heads = List.of("bed", "name", "allergies", "isolation", "since-short", "today");
        sketch.fill(new PageBox(LEFT, TOP - 7, WIDTH, 7), 0);
        double x = LEFT;
        for (int i = 0; i < WIDTHS.length; i++) {
            sketch.inverse(
                    new PageBox(x + PAD, TOP - 7, WIDTHS[i] - 2 * PAD, 7),
                    kit.words().say("column." + heads.get(i)),
                    10,
                    Align.LEFT);
            x += WIDTHS[i];
        }
        for (int i = 0; i < ROWS; i++) {
            double y = TOP + i * ROW;
            int at = page * ROWS + i;
            if (at < kit.beds().size()) {
                row(sketch, kit, kit.beds().get(at), y);
            }
            sketch.line(LEFT, y + ROW, LEFT + WIDTH, y + ROW);
        }
        x = LEFT;
        sketch.line(x, TOP, x, TOP + ROWS * ROW);
        for (double width : WIDTHS) {
            x += width;
            sketch.line(x, TOP, x, TOP + ROWS * ROW);
        }
        return sketch.done();
    }

    private void row(PageSketch sketch, UnitKit kit, Bed bed, double y) {
        Map<String, String> words =
                new Prefill(kit.words().language(), kit.ward()).patient(bed.patient(), Optional.of(bed.encounter()));
        cell(sketch, 0, y, words.getOrDefault("encounter.bed", ""), 18);
        cell(sketch, 1, y, words.getOrDefault("patient.name", ""), 15);
        cell(sketch, 2, y, words.getOrDefault("patient.allergies", ""), 10);
        cell(sketch, 3, y, isolation(bed, kit), 10);
        cell(
                sketch,
                4,
                y,
                bed.encounter()
                        .admittedAt()
                        .map(at -> String.format("%02d/%02d", at.getDayOfMonth(), at.getMonthValue()))
                        .orElse("?"),
                10);
    }

    private static String isolation(Bed bed, UnitKit kit) {
        List<BedsideNote> said = bed.notes().stream()
                .filter(note -> note.kind() == BedsideNote.Kind.ISOLATION)
                .toList();
        String texts = said.stream().flatMap(note -> note.text().stream()).collect(Collectors.joining(", "));
        return !texts.isEmpty() ? texts : kit.words().say(said.isEmpty() ? "sheet.unknown" : "sheet.none");
    }

    /** As large as the room allows: one line, or two smaller ones. */
    private void cell(PageSketch sketch, int column, double y, String text, double pt) {
        double x = LEFT + PAD;
        for (int i = 0; i < column; i++) {
            x += WIDTHS[i];
        }
        double width = WIDTHS[column] - 2 * PAD;
        double size = pt;
        List<String> lines = measure.lines(text, size, true, width);
        while (size > LEAST_PT && !fits(lines, size, width)) {
            size -= 0.5;
            lines = measure.lines(text, size, true, width);
        }
        double leading = Math.min(size * LEADING, (ROW - 2 * EDGE) / lines.size());
        double top = y + (ROW - leading * lines.size()) / 2;
        for (String line : lines) {
            sketch.text(new PageBox(x, top, width, leading), line, Math.min(size, leading / LEADING), true);
            top += leading;
        }
    }

    private boolean fits(List<String> lines, double size, double width) {
        return lines.size() * size * LEADING <= ROW - 2 * EDGE
                && lines.stream().allMatch(line -> measure.widthMm(line, size, true) <= width);
    }
}
