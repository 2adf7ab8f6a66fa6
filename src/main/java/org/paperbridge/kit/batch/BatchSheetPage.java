package org.paperbridge.kit.batch;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.batch.PatchT;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.PrintedSymbol;
import org.paperbridge.pagecode.BatchCodec;

/**
 * Sheets that open and close a batch: patch code T at all four edges for the scanner, the sealed label in the two corners
 * where page codes are looked for, and the same in words for people. Lengths in mm.
 */
public final class BatchSheetPage {

    private static final double WIDTH = DrawnPage.A4_WIDTH_MM;
    private static final double HEIGHT = DrawnPage.A4_HEIGHT_MM;
    /** Scanners look for a patch in the middle of an edge, at least 50 mm long. */
    private static final double BAR = 84;

    private static final double CODE = 44;
    private static final double FROM_CORNER = 9;
    private static final double LEFT = 36;
    private static final double TEXT = 138;

    private final BatchCodec codec;
    private final Function<String, PrintedSymbol> symbols;
    private final KitWords words;
    private final ZoneId zone;

    /** @param symbols text of a code to its symbol */
    public BatchSheetPage(BatchCodec codec, Function<String, PrintedSymbol> symbols, KitWords words, ZoneId zone) {
        this.codec = codec;
        this.symbols = symbols;
        this.words = words;
        this.zone = zone;
    }

    public DrawnPage header(BatchLabel label) {
        return page("header", label, codec.sealHeader(label));
    }

    public DrawnPage trailer(BatchLabel label) {
        return page("trailer", label, codec.sealTrailer(label));
    }

    private DrawnPage page(String kind, BatchLabel label, String code) {
        PageSketch page = PageSketch.portrait();
        patches(page);
        PrintedSymbol symbol = symbols.apply(code);
        page.symbol(new PageBox(WIDTH - FROM_CORNER - CODE, FROM_CORNER, CODE, CODE), symbol, code);
        page.symbol(new PageBox(FROM_CORNER, HEIGHT - FROM_CORNER - CODE, CODE, CODE), symbol, code);
        page.text(new PageBox(LEFT, 62, TEXT, 14), words.say("batch." + kind), 30, true);
        page.text(new PageBox(LEFT, 80, TEXT, 20), label.unit(), 48, true);
        double y = 108;
        y = line(page, y, "batch.shift", label.shift());
        y = line(page, y, "batch.operator", label.operator());
        y = line(
                page, y, "batch.expected", label.expected().map(String::valueOf).orElse(""));
        y = line(page, y, "batch.printed", at(label));
        y = line(
                page,
                y,
                "batch.number",
                label.batch().substring(0, 5) + "-" + label.batch().substring(5));
        y += 6;
        for (String step : List.of("1", "2", "3")) {
            page.text(new PageBox(LEFT, y, 6, 7), step, 13, true);
            page.text(new PageBox(LEFT + 8, y, TEXT - 8, 7), words.say("batch." + kind + "." + step), 13, false);
            y += 9.5;
        }
        return page.done();
    }

    /** What is not printed is written by hand, on a line. */
    private double line(PageSketch page, double y, String caption, String text) {
        page.text(new PageBox(LEFT, y, 52, 8), words.say(caption), 13, false);
        if (text.isEmpty()) {
            page.line(LEFT + 54, y + 8, LEFT + TEXT, y + 8);
        } else {
            page.text(new PageBox(LEFT + 54, y - 0.6, TEXT - 54, 9), text, 18, true);
        }
        return y + 12;
    }

    private String at(BatchLabel label) {
        return label.issuedAt().atZone(zone).format(DateTimeFormatter.ofPattern(words.say("batch.time")));
    }

    private static void patches(PageSketch page) {
        double across = (WIDTH - BAR) / 2;
        double down = (HEIGHT - BAR) / 2;
        double from = PatchT.FROM_EDGE_MM;
        for (double bar : PatchT.BARS_MM) {
            page.fill(new PageBox(across, from, BAR, bar), 0);
            page.fill(new PageBox(across, HEIGHT - from - bar, BAR, bar), 0);
            page.fill(new PageBox(from, down, bar, BAR), 0);
            page.fill(new PageBox(WIDTH - from - bar, down, bar, BAR), 0);
            from += bar + PatchT.GAP_MM;
        }
    }
}
