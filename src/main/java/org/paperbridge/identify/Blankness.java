package org.paperbridge.identify;

import java.util.Arrays;
import org.paperbridge.form.page.PageImage;

/** How much is on a side at all. */
final class Blankness {

    /** Edges show the scanner's lid and shadow, and are left out: share of width and height. */
    private static final double EDGE = 0.04;
    /** A grid as fine as a pen stroke at 150 dpi. */
    private static final int STEP = 4;
    /** Darker than this is no paper: a side that is grey or black all over was not decoded, or lay face down. */
    private static final int LEAST_PAPER = 140;

    /** Darker than the paper by this much is ink; print showing through from the other side is not. */
    private static final int CONTRAST = 70;

    private Blankness() {}

    /** Share of pixels clearly darker than the paper, 0 to 1. */
    static double inkShare(PageImage image) {
        int[] histogram = histogram(image);
        int count = Arrays.stream(histogram).sum();
        int paper = median(histogram, count);
        if (paper < LEAST_PAPER) {
            return 1;
        }
        int dark = 0;
        for (int grey = 0; grey < paper - CONTRAST; grey++) {
            dark += histogram[grey];
        }
        return count == 0 ? 0 : (double) dark / count;
    }

    /** The grey of most of the side. */
    static int paper(PageImage image) {
        int[] histogram = histogram(image);
        return median(histogram, Arrays.stream(histogram).sum());
    }

    private static int[] histogram(PageImage image) {
        int left = (int) (image.width() * EDGE);
        int top = (int) (image.height() * EDGE);
        int[] histogram = new int[256];
        byte[] pixels = image.grey();
        for (int y = top; y < image.height() - top; y += STEP) {
            int row = y * image.width();
            int end = row + image.width() - left;
            for (int at = row + left; at < end; at += STEP) {
                histogram[pixels[at] & 0xff]++;
            }
        }
        return histogram;
    }

    private static int median(int[] histogram, int count) {
        int seen = 0;
        for (int grey = 0; grey < histogram.length; grey++) {
            seen += histogram[grey];
            if (seen * 2 >= count) {
                return grey;
            }
        }
        return histogram.length - 1;
    }
}
