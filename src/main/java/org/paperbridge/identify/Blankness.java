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

    /** Pale strokes: a step of this many grey levels within {@link #REACH} pixels. Print that shows through is soft. */
    private static final int FAINT_STEP = 24;

    private static final int REACH = 5;
    /** Grain of paper and sensor makes steps too; a stroke stands this many standard deviations above them. */
    private static final double ABOVE_GRAIN = 6;
    /** From the median of absolute values to a standard deviation, of normal noise. */
    private static final double DEVIATIONS_PER_MEDIAN = 1.4826;

    private Blankness() {}

    /**
     * Share of places with the edge of a stroke however pale, 0 to 1: pencil, a dying pen, a page copied too light. What
     * shows through from the other side has no sharp edge.
     */
    static double strokeShare(PageImage image) {
        int left = Math.max(2, (int) (image.width() * EDGE));
        int top = Math.max(2, (int) (image.height() * EDGE));
        int[] steps = new int[256];
        int count = 0;
        for (int y = top; y < image.height() - top - REACH; y += STEP) {
            for (int x = left; x < image.width() - left - REACH; x += STEP) {
                int here = mean(image, x, y);
                steps[Math.abs(mean(image, x + REACH, y) - here)]++;
                steps[Math.abs(mean(image, x, y + REACH) - here)]++;
                count += 2;
            }
        }
        double grain = (median(steps, count) + 0.5) * DEVIATIONS_PER_MEDIAN;
        int least = (int) Math.ceil(Math.max(FAINT_STEP, ABOVE_GRAIN * grain));
        int edges = 0;
        for (int step = least; step < steps.length; step++) {
            edges += steps[step];
        }
        return count == 0 ? 0 : (double) edges / count;
    }

    /** Of nine pixels, which calms the grain. */
    private static int mean(PageImage image, int x, int y) {
        byte[] pixels = image.grey();
        int sum = 0;
        for (int row = y - 1; row <= y + 1; row++) {
            int at = row * image.width() + x;
            sum += (pixels[at - 1] & 0xff) + (pixels[at] & 0xff) + (pixels[at + 1] & 0xff);
        }
        return sum / 9;
    }

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
