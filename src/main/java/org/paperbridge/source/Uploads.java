package org.paperbridge.source;

import java.io.IOException;
import java.io.InputStream;

/** Takes files that people send with a browser. */
public interface Uploads {

    /** What became of a file. */
    enum Answer {
        KEPT,
        /** The same bytes had come before; nothing is counted twice. */
        KNOWN,
        EMPTY,
        /** Its first bytes are of no kind that holds scans; nothing was kept. */
        NOT_A_SCAN,
        TOO_LARGE
    }

    /**
     * Keeps a file as it streams in.
     *
     * @param content not closed
     * @param fileName as the browser says; kept sealed
     * @param length bytes that were announced; -1 when none were
     * @throws IOException when the stream broke off or there is no room; then nothing is kept
     */
    Answer keep(InputStream content, String fileName, long length) throws IOException;
}
