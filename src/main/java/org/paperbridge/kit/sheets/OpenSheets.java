package org.paperbridge.kit.sheets;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.TextMeasure;
import org.paperbridge.kit.part.Bed;

/** Forms with an open space (a print zone whose source begins with {@code sheet.}), and who fills it. */
public final class OpenSheets {

    private static final String SOURCE = "sheet.";
    /** Where sheets that belong together say so. */
    private static final double FOOT_MM = 4.6;

    private final TextMeasure measure;
    private final Map<String, SheetMaker> makers;

    /** @param firstPage words of the first page of a PDF; empty when it has none or cannot be opened */
    public OpenSheets(TextMeasure measure, Function<byte[], Optional<String>> firstPage) {
        this.measure = measure;
        this.makers = Map.of(
                "sheet.patient", new PatientSheet(),
                "sheet.results", new ResultSheet(),
                "sheet.imaging", new ImagingSheet(),
                "sheet.letter", new LetterSheet(firstPage));
    }

    public static boolean isOpen(FormTemplate form) {
        return space(form).isPresent();
    }

    /** One body a copy of the form; none when there is nothing to say, and for ordinary forms. */
    public List<SheetBody> draw(FormTemplate form, Optional<Bed> bed, KitWords words, ZoneId ward) {
        Optional<FieldZone.Print> space = space(form);
        Optional<SheetMaker> maker = space.flatMap(zone -> Optional.ofNullable(makers.get(zone.source())));
        if (space.isEmpty() || maker.isEmpty()) {
            return List.of();
        }
        PageBox whole = space.get().box();
        SheetContext context = new SheetContext(words, ward, measure);
        List<SheetBody> drawn = maker.get().draw(context, bed, above(whole));
        // Room to write ends with the sheet: nobody fills in a second one that says nothing else.
        List<SheetBody> bodies =
                bed.isPresent() ? drawn : drawn.stream().limit(1).toList();
        List<SheetBody> finished = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            finished.add(finished(context, whole, bodies.get(i), i + 1, bodies.size()));
        }
        return finished;
    }

    private static PageBox above(PageBox whole) {
        return new PageBox(whole.left(), whole.top(), whole.width(), whole.height() - FOOT_MM);
    }

    /** On white, and each of several says which it is: they carry different serials. */
    private static SheetBody finished(SheetContext context, PageBox whole, SheetBody body, int number, int count) {
        List<Drawing> drawings = new ArrayList<>();
        drawings.add(new Drawing.Fill(whole, 1));
        drawings.addAll(body.drawings());
        if (count > 1) {
            PageBox foot = new PageBox(whole.left(), whole.bottom() - FOOT_MM, whole.width() - 1, FOOT_MM);
            drawings.add(new Drawing.Text(
                    foot, "=" + context.say("sheet-of", number, count), 10, true, Drawing.Align.RIGHT, 0));
        }
        return new SheetBody(drawings);
    }

    /** Headings with room to write; empty for ordinary forms. */
    public SheetBody blank(FormTemplate form, KitWords words, ZoneId ward) {
        return draw(form, Optional.empty(), words, ward).stream().findFirst().orElse(new SheetBody(List.of()));
    }

    private static Optional<FieldZone.Print> space(FormTemplate form) {
        return form.layout().pages().getFirst().fields().stream()
                .filter(FieldZone.Print.class::isInstance)
                .map(FieldZone.Print.class::cast)
                .filter(zone -> zone.source().startsWith(SOURCE))
                .findFirst();
    }
}
