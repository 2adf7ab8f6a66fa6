package org.paperbridge.read;

/**
 * Machine print as read.
 *
 * @param text without surrounding space; empty when nothing was read
 * @param meanConfidence Tesseract's mean word confidence, 0 to 1: uncalibrated, not to be compared with handwriting
 */
public record PrintedText(String text, double meanConfidence) {

    /** Nothing is printed, or nothing that can be read. */
    public static final PrintedText NOTHING = new PrintedText("", 0);
}
