package org.paperbridge.read.tesseract;

import java.util.Optional;
import org.paperbridge.read.ink.GreyCrop;

/** Cuts empty paper off the ends of a line: a reader's time goes by width, and emptiness invites it to see things. */
final class PrintTrim {

    /** Print is darker than paper by at least this much, also when washed out; tints of the form are not. */
    private static final int CONTRAST = 60;
    /** Fewer dark dots than a comma has, in a column: dust. */
    private static final int LEAST_DOTS = 2;

    private PrintTrim() {}

    /** Empty when nothing is printed. */
    static Optional<GreyCrop> toPrint(GreyCrop line) {
        int level = line.paper() - CONTRAST;
        int first = line.width();
        int last = -1;
        for (int x = 0; x < line.width(); x++) {
            int dots = 0;
            for (int y = 0; y < line.height(); y++) {
                dots += line.at(x, y) < level ? 1 : 0;
            }
            if (dots >= LEAST_DOTS) {
                first = Math.min(first, x);
                last = x;
            }
        }
        int margin = line.height() / 3;
        return last - first < margin
                ? Optional.empty()
                : Optional.of(line.part(first - margin, 0, last - first + 2 * margin, line.height()));
    }
}
