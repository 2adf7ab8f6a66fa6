package org.paperbridge.simulate;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.TickOption;

/** Writes values onto a printed page, with the handwriting of real people. */
public final class FormFiller {

    /** Capitals and digits fill about this share of a cell's height. */
    private static final double CELL_SHARE = 0.92;

    private final Hand hand;

    public FormFiller(Hand hand) {
        this.hand = hand;
    }

    /**
     * Fills a page in place.
     *
     * @param page at 300 dpi, 8-bit grey, exactly the printed page
     * @param truth field id to values; {@code *} in a line, area or signature means any writing
     */
    public void fill(BufferedImage page, LayoutPage layout, Map<String, List<String>> truth, RandomGenerator random) {
        Paper paper = new Paper(page, random);
        Hand.Writer writer = hand.pick(random);
        for (FieldZone field : layout.fields()) {
            List<String> values = truth.getOrDefault(field.id(), List.of());
            if (values.isEmpty()) {
                continue;
            }
            switch (field) {
                case FieldZone.Comb comb -> comb(paper, writer, comb, values.getFirst());
                case FieldZone.Tick tick -> tick(paper, tick, values, random);
                case FieldZone.Line line ->
                    paper.stamp(writer.word(), line.box().grownBy(-0.8), 0.8);
                case FieldZone.Area area ->
                    paper.stamp(writer.word(), area.box().grownBy(-1), 0.35);
                case FieldZone.Signature signature ->
                    paper.scribble(signature.box().grownBy(-1));
                case FieldZone.Label label -> {}
                case FieldZone.Print print -> {}
            }
        }
    }

    /** Strikes out what was written in the cells of a comb field. */
    public void strikeOut(BufferedImage page, FieldZone.Comb field, RandomGenerator random) {
        Paper paper = new Paper(page, random);
        field.cells().forEach(paper::strike);
    }

    /**
     * The characters of a value in the cells of its comb, a space where a cell stays blank.
     *
     * <p>Numbers stand at the right before the comma and at the left behind it; everything else begins at the left.
     */
    public static String cellsOf(FieldZone.Comb comb, String value) {
        int cells = comb.cells().size();
        if (comb.alphabet() == Alphabet.DECIMAL) {
            String mask = comb.mask().orElse("#".repeat(cells));
            int comma = mask.indexOf(',');
            int before = comma < 0 ? cells : comma;
            String[] parts = value.split(",", -1);
            String decimals = parts.length > 1 ? parts[1] : "";
            return " ".repeat(before - parts[0].length())
                    + parts[0]
                    + decimals
                    + " ".repeat(cells - before - decimals.length());
        }
        String characters = value.chars()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean number = comb.alphabet() == Alphabet.DIGITS && comb.check().isEmpty();
        String blanks = " ".repeat(cells - characters.length());
        return number ? blanks + characters : characters + blanks;
    }

    private static void comb(Paper paper, Hand.Writer writer, FieldZone.Comb comb, String value) {
        String cells = cellsOf(comb, value);
        for (int i = 0; i < cells.length(); i++) {
            if (cells.charAt(i) != ' ') {
                paper.stamp(writer.character(cells.charAt(i)), comb.cells().get(i), CELL_SHARE);
            }
        }
    }

    private static void tick(Paper paper, FieldZone.Tick tick, List<String> values, RandomGenerator random) {
        for (TickOption option : tick.options()) {
            if (values.contains(option.value())) {
                if (random.nextInt(4) == 0) {
                    paper.check(option.box());
                } else {
                    paper.cross(option.box());
                }
            }
        }
    }
}
