package org.paperbridge.read.line;

import org.paperbridge.read.ink.Component;
import org.paperbridge.read.ink.Components;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.read.ink.Resample;

/** Prepares a line for the line network: cut to its writing, paper white, 48 px high. */
public final class LineCrop {

    private static final int HEIGHT = 48;
    private static final int STROKE_LEVEL = 96;
    private static final int MOST_WIDTH = 1280;
    private static final int LEAST_WIDTH = 32;

    private LineCrop() {}

    /** Grey, 0 black to 255 white. */
    public static GreyCrop of(GreyCrop grey) {
        GreyCrop ink = InkMap.of(grey);
        int left = ink.width();
        int top = ink.height();
        int right = 0;
        int bottom = 0;
        for (Component c : Components.of(ink, STROKE_LEVEL).all()) {
            boolean rule = c.width() > 0.6 * ink.width() && c.height() < 0.1 * ink.height();
            boolean speck = c.height() < 0.08 * ink.height() && c.width() < 0.08 * ink.height();
            if (!rule && !speck) {
                left = Math.min(left, c.left());
                right = Math.max(right, c.right());
                top = Math.min(top, c.top());
                bottom = Math.max(bottom, c.bottom());
            }
        }
        if (right <= left) {
            return GreyCrop.filled(LEAST_WIDTH, HEIGHT, 255);
        }
        int margin = Math.max(2, (bottom - top) / 10);
        GreyCrop part = ink.part(left - margin, top - margin, right - left + 2 * margin, bottom - top + 2 * margin);
        int width = Math.clamp((long) part.width() * HEIGHT / part.height(), LEAST_WIDTH, MOST_WIDTH);
        GreyCrop sized = Resample.to(part, width, HEIGHT);
        byte[] white = new byte[sized.values().length];
        for (int i = 0; i < white.length; i++) {
            white[i] = (byte) (255 - (sized.values()[i] & 0xff));
        }
        return new GreyCrop(width, HEIGHT, white);
    }
}
