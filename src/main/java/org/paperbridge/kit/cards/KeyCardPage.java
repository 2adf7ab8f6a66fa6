package org.paperbridge.kit.cards;

import java.util.List;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.PrintedSymbol;
import org.paperbridge.kit.page.TextMeasure;

/** One key card on an A4 page, to be folded into a sealed envelope. Lengths in mm. */
public final class KeyCardPage {

    private static final double LEFT = 20;
    private static final double WIDTH = 170;
    private static final double QR_MM = 52;

    private final KitWords words;
    private final TextMeasure measure;

    public KeyCardPage(KitWords words, TextMeasure measure) {
        this.words = words;
        this.measure = measure;
    }

    /**
     * What a card says.
     *
     * @param cards how many there are
     * @param lines to be typed
     * @param publicKey of the kit signature, 64 hex digits
     */
    public record Card(
            int site,
            String set,
            int number,
            int cards,
            int needed,
            String printedAt,
            List<String> lines,
            String text,
            String publicKey) {

        public Card {
            lines = List.copyOf(lines);
        }
    }

    public DrawnPage draw(Card card, PrintedSymbol qr) {
        PageSketch page = PageSketch.portrait();
        page.fill(new PageBox(LEFT, 15, WIDTH, 18), 0);
        page.inverse(new PageBox(LEFT + 5, 15, 100, 18), words.say("card.title"), 22, Align.LEFT);
        page.inverse(
                new PageBox(LEFT + 105, 15, WIDTH - 110, 18),
                words.say("card.number", card.number(), card.cards()),
                18,
                Align.RIGHT);
        List<List<String>> facts = List.of(
                List.of(words.say("card.site"), Integer.toString(card.site())),
                List.of(words.say("card.set"), card.set()),
                List.of(words.say("card.needed"), words.say("card.of", card.needed(), card.cards())),
                List.of(words.say("cover.printed"), card.printedAt()));
        for (int i = 0; i < facts.size(); i++) {
            PageBox box = new PageBox(LEFT + i * WIDTH / 4, 38, WIDTH / 4, 15);
            page.frame(box);
            page.text(
                    new PageBox(box.left() + 2.5, 39.5, box.width() - 5, 4),
                    facts.get(i).getFirst(),
                    8.5,
                    false);
            page.text(
                    new PageBox(box.left() + 2.5, 44.5, box.width() - 5, 7),
                    facts.get(i).getLast(),
                    12.5,
                    true);
        }
        double y = 61;
        for (int i = 1; i <= 4; i++) {
            y = paragraph(page, y, words.say("card.step." + i, card.needed(), card.site())) + 1.6;
        }
        y += 4;
        page.line(LEFT, y, LEFT + WIDTH, y);
        y += 7;
        page.symbol(new PageBox(LEFT + 2, y + 2, QR_MM, QR_MM), qr, card.text());
        double x = LEFT + QR_MM + 12;
        double lineY = y;
        for (int i = 0; i < card.lines().size(); i++) {
            page.text(new PageBox(x, lineY, 7, 7), Integer.toString(i + 1), 9, false);
            page.text(
                    new PageBox(x + 8, lineY, WIDTH - QR_MM - 20, 7),
                    card.lines().get(i),
                    15,
                    true);
            lineY += 7.6;
        }
        y = Math.max(y + QR_MM + 8, lineY + 4);
        page.line(LEFT, y, LEFT + WIDTH, y);
        page.text(new PageBox(LEFT, y + 4, WIDTH, 5), words.say("card.public-key"), 10, false);
        String key = card.publicKey();
        page.text(new PageBox(LEFT, y + 10, WIDTH, 6), spaced(key.substring(0, 32)), 12, true);
        page.text(new PageBox(LEFT, y + 17, WIDTH, 6), spaced(key.substring(32)), 12, true);
        return page.done();
    }

    private double paragraph(PageSketch page, double top, String text) {
        double y = top;
        for (String line : measure.lines(text, 11, false, WIDTH)) {
            page.text(new PageBox(LEFT, y, WIDTH, 5.4), line, 11, false);
            y += 5.4;
        }
        return y;
    }

    private static String spaced(String hex) {
        return hex.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
