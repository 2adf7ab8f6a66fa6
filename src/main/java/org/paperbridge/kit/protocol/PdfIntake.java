package org.paperbridge.kit.protocol;

import java.io.IOException;
import java.nio.file.Path;

/** Looks at a PDF of the hospital before it may enter a kit. */
@FunctionalInterface
public interface PdfIntake {

    /** Why a file is not taken. */
    enum Refusal {
        /** Opens with a password only, or asks its reader to forbid printing. */
        ENCRYPTED,
        /** Not a PDF, cut off, or a page that cannot be drawn. */
        BROKEN,
        /** No byte, no page, or nothing on any page. */
        EMPTY,
        /** More bytes, pages, pixels or paper than allowed. */
        TOO_LARGE,
        /** Not drawn within the time that a sound file needs. */
        TOO_SLOW
    }

    /** What became of a file. */
    sealed interface Outcome {
        /** @param pages how many */
        record Taken(int pages) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * Draws every page, and writes the file anew without what runs or opens by itself.
     *
     * @param to written only when the file is taken
     * @param mostPages more are too many
     * @throws IOException when {@code to} cannot be written
     */
    Outcome take(Path pdf, Path to, int mostPages) throws IOException;
}
