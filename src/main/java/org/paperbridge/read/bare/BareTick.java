package org.paperbridge.read.bare;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.read.ink.Resample;
import org.paperbridge.read.tick.TickInk;
import org.paperbridge.read.tick.TickMeter;

/**
 * A tick box of which only the pixels are known; taken as a box 4 mm wide.
 *
 * @param ink what was measured inside
 * @param clear whether its frame was found and has pixels enough to be told from the ink
 */
record BareTick(TickInk ink, boolean clear) {

    private static final double SIDE_MM = 4;
    private static final double BORDER = 0.33;
    private static final int ENOUGH_PIXELS = 64;
    /** A frame of 0.25 mm needs two pixels. */
    private static final int LEAST_SIDE = 20;

    static BareTick of(GreyCrop original) {
        int longest = Math.max(original.width(), original.height());
        double scale = Math.max(1, (double) ENOUGH_PIXELS / longest);
        GreyCrop grey = Resample.to(
                original, (int) Math.round(original.width() * scale), (int) Math.round(original.height() * scale));
        FrameFinder finder = new FrameFinder(InkMap.of(grey), BORDER);
        FrameFinder.Row frame = finder.row(1);
        double beyond = frame.framed() ? 1 : 0;
        double right = frame.right() + beyond;
        double bottom = frame.bottom() + beyond;
        double pxPerMm = Math.max(1, (right - frame.left()) / SIDE_MM);
        int margin = (int) Math.ceil(TickMeter.MARGIN_MM * pxPerMm);
        GreyCrop padded = Padding.around(grey, margin);
        PageBox whole = new PageBox(0, 0, padded.width() / pxPerMm, padded.height() / pxPerMm);
        PageBox box = new PageBox(
                (frame.left() + margin) / pxPerMm,
                (frame.top() + margin) / pxPerMm,
                (right - frame.left()) / pxPerMm,
                Math.max(1, bottom - frame.top()) / pxPerMm);
        double line = frame.framed() ? (finder.thickness(frame) + 2) / pxPerMm : 0;
        double inset = Math.clamp(line, frame.framed() ? TickMeter.FRAME_MM : 0.1, 1.0);
        boolean clear = frame.framed() && (right - frame.left()) / scale >= LEAST_SIDE;
        return new BareTick(TickMeter.measure(new Zone(whole, pxPerMm, padded), box, inset), clear);
    }
}
