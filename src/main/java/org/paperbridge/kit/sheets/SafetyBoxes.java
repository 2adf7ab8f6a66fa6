package org.paperbridge.kit.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.part.Bed;

/**
 * The framed boxes at the head of a patient sheet. Words that would have to be too small stand below in full, and the box
 * says so. Lengths in mm.
 */
final class SafetyBoxes {

    private static final double LEAST_PT = 8.5;
    /** Line height in mm of one point of size. */
    private static final double STEP = 0.43;

    private final SheetContext kit;
    private final List<Drawing> drawings = new ArrayList<>();
    private final Map<String, String> overflow = new LinkedHashMap<>();

    SafetyBoxes(SheetContext kit) {
        this.kit = kit;
    }

    List<Drawing> drawings() {
        return drawings;
    }

    /** Heading to words, of boxes that were too small. */
    Map<String, String> overflow() {
        return overflow;
    }

    void allergies(Optional<Bed> bed, PageBox box) {
        Optional<String> words = bed.map(b -> new Prefill(kit.words().language(), kit.ward()).allergies(b.patient()));
        draw(box, "allergies", words, 15, 0.7);
    }

    void box(PageBox box, String key, Optional<String> words) {
        draw(box, key, words, 11.5, 0.26);
    }

    private void draw(PageBox box, String key, Optional<String> words, double mostPt, double stroke) {
        drawings.add(new Drawing.Frame(box, 0, stroke));
        text(new PageBox(box.left() + 1.5, box.top() + 0.8, box.width() - 3, 4), kit.say(key), 9);
        PageBox area = new PageBox(box.left() + 1.5, box.top() + 5, box.width() - 3, box.height() - 5.8);
        words.ifPresent(said -> fit(area, key, said, mostPt));
    }

    private void fit(PageBox box, String key, String words, double mostPt) {
        double pt = mostPt;
        List<String> lines = lines(words, pt, box.width());
        while (pt > LEAST_PT && lines.size() * pt * STEP > box.height()) {
            pt -= 0.5;
            lines = lines(words, pt, box.width());
        }
        if (lines.size() * pt * STEP > box.height() + 0.2) {
            overflow.put(kit.say(key), words);
            pt = Math.min(11, mostPt);
            lines = lines(kit.say("see-below"), pt, box.width());
        }
        for (int i = 0; i < lines.size(); i++) {
            text(new PageBox(box.left(), box.top() + i * pt * STEP, box.width(), pt * STEP), lines.get(i), pt);
        }
    }

    private List<String> lines(String words, double pt, double width) {
        List<String> lines = new ArrayList<>();
        for (String part : words.split("\n", -1)) {
            lines.addAll(kit.measure().lines(part, pt, true, width));
        }
        return lines;
    }

    private void text(PageBox box, String text, double pt) {
        drawings.add(new Drawing.Text(box, "=" + text, pt, true, Align.LEFT, 0));
    }
}
