package org.paperbridge.read.crop;

import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.ink.GreyCrop;

/** Takes the captions that a form prints inside a zone out of it, so that only handwriting counts as ink. */
public final class PrintedWords {

    private PrintedWords() {}

    /** The zone with paper where the layout sets text. */
    public static Zone takenOut(Zone zone, List<Drawing> drawings) {
        GreyCrop grey = zone.grey();
        byte paper = (byte) grey.paper();
        byte[] out = grey.values().clone();
        for (Drawing drawing : drawings) {
            if (drawing instanceof Drawing.Text text && text.box().overlaps(zone.box())) {
                PageBox box = text.box();
                int bottom = Math.min(grey.height(), (int) Math.ceil(zone.row(box.bottom())));
                int right = Math.min(grey.width(), (int) Math.ceil(zone.column(box.right())));
                for (int y = Math.max(0, (int) zone.row(box.top())); y < bottom; y++) {
                    for (int x = Math.max(0, (int) zone.column(box.left())); x < right; x++) {
                        out[y * grey.width() + x] = paper;
                    }
                }
            }
        }
        return new Zone(zone.box(), zone.pxPerMm(), new GreyCrop(grey.width(), grey.height(), out));
    }
}
