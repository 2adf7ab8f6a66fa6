package org.paperbridge.template.author;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.Criticality;

/**
 * A field as its author writes it.
 *
 * @param id may hold {@code {n}} in a repeated section or grid
 * @param kind {@code tick}, {@code comb}, {@code line}, {@code area}, {@code signature}, {@code label}, {@code print}, or
 *     {@code text}, which is printed and no field
 * @param caption label key; options use {@code caption.value}
 * @param cells of a comb without mask
 * @param mask of a comb: {@code #} is a cell, anything else is preprinted
 * @param range lowest and highest, empty or two numbers
 * @param options values of a tick field
 * @param vertical tick options one below the other, as the bands of a chart
 * @param width fixed width, mm; 0 takes the natural width
 * @param grow share of the width left in the row
 * @param lines of an area, or that a text may be broken into
 * @param height fixed height of a free writing space, mm; 0 takes the usual one
 * @param columns in which the options of a tick field stand, top down; 0 sets them in one row
 * @param bare no words beside the tick boxes: the heads of a chart say them
 * @param bold of a text
 * @param keepOnPaper why it becomes no record; empty when it does
 */
public record FieldSource(
        String id,
        String kind,
        String caption,
        Optional<Criticality> criticality,
        Alphabet alphabet,
        int cells,
        Optional<String> mask,
        Optional<String> unit,
        Optional<CheckRule> check,
        List<Double> range,
        List<String> options,
        boolean multiple,
        boolean vertical,
        Optional<String> lexicon,
        String source,
        double width,
        double grow,
        int lines,
        double height,
        int columns,
        boolean bare,
        boolean bold,
        Optional<String> keepOnPaper) {

    public FieldSource {
        range = List.copyOf(range);
        options = List.copyOf(options);
    }

    /** How many characters are written by hand. */
    public int cellCount() {
        return mask.map(m -> (int) m.chars().filter(c -> c == '#').count()).orElse(cells);
    }

    /** Whether the reader finds an answer or prefilled words here, and not print alone. */
    public boolean isField() {
        return !kind.equals("text");
    }

    public FieldSource numbered(int n) {
        return new FieldSource(
                id.replace("{n}", Integer.toString(n)),
                kind,
                caption.replace("{n}", Integer.toString(n)),
                criticality,
                alphabet,
                cells,
                mask,
                unit,
                check,
                range,
                options,
                multiple,
                vertical,
                lexicon,
                source.replace("{n}", Integer.toString(n)),
                width,
                grow,
                lines,
                height,
                columns,
                bare,
                bold,
                keepOnPaper);
    }
}
