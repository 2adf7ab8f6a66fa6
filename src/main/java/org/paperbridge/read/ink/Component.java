package org.paperbridge.read.ink;

/**
 * A connected piece of ink.
 *
 * @param label its number in {@link Components}, from 1
 * @param right exclusive
 * @param bottom exclusive
 * @param area px
 * @param sumX sum of the x of all its pixels
 */
public record Component(int label, int left, int top, int right, int bottom, int area, long sumX) {

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public double centreX() {
        return (double) sumX / area;
    }
}
