package org.paperbridge.kit.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.part.Bed;

/** The first page of the last letter, as text: of a PDF what can be taken out of its first page. */
public final class LetterSheet implements SheetMaker {

    private static final int BLANK_LINES = 18;

    private final Function<byte[], Optional<String>> firstPage;

    /** @param firstPage words of the first page of a PDF; empty when it has none or cannot be opened */
    public LetterSheet(Function<byte[], Optional<String>> firstPage) {
        this.firstPage = firstPage;
    }

    @Override
    public List<SheetBody> draw(SheetContext kit, Optional<Bed> bed, PageBox room) {
        if (bed.isEmpty()) {
            return blank(kit, room);
        }
        Optional<Letter> letter = bed.flatMap(Bed::letter);
        if (letter.isEmpty()) {
            return List.of();
        }
        BodySketch column = new BodySketch(room, kit.measure(), kit.say("continued"));
        column.heading(letter.get().title() + kit.since(letter.get().at()));
        switch (letter.get().content()) {
            case Letter.Content.Text text -> column.line(text.words(), false);
            case Letter.Content.Pdf pdf ->
                firstPage
                        .apply(pdf.bytes())
                        .ifPresentOrElse(
                                words -> {
                                    column.line(kit.say("letter-first-page"), true);
                                    column.line(words, false);
                                },
                                () -> column.line(kit.say("letter-unreadable"), true));
        }
        List<SheetBody> pages = column.pages().stream().map(SheetBody::new).toList();
        return pages.size() == 1 ? pages : List.of(cut(kit, room, pages.getFirst()));
    }

    private static List<SheetBody> blank(SheetContext kit, PageBox room) {
        BodySketch column = new BodySketch(room, kit.measure(), kit.say("continued"));
        column.heading(kit.say("letter-from"));
        column.free(2);
        column.heading(kit.say("letter-says"));
        column.free(BLANK_LINES);
        return column.pages().stream().map(SheetBody::new).toList();
    }

    /** A letter of many pages is in the archive; the kit has its first, and says that there is more. */
    private static SheetBody cut(SheetContext kit, PageBox room, SheetBody first) {
        List<Drawing> page = new ArrayList<>(first.drawings());
        PageBox foot = new PageBox(room.left(), room.bottom() + 0.3, room.width() - 1, 4);
        page.add(new Drawing.Text(foot, "=" + kit.say("letter-goes-on"), 9, true, Drawing.Align.RIGHT, 0));
        return new SheetBody(page);
    }
}
