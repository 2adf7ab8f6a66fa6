package org.paperbridge.source;

import java.io.IOException;
import java.io.InputStream;

/** Takes over what a scanner delivers. */
@FunctionalInterface
public interface PageKeeper {

    /**
     * Keeps a file. When this returns, its bytes survive a power cut and its row is committed; the same bytes a second
     * time are known again.
     *
     * @param content read to its end, not closed
     * @param name without anything about a patient, e.g. {@code mfp-3b-0001.jpeg}
     * @throws IOException when the stream broke off or there is no room; then nothing is kept
     */
    void keep(InputStream content, String name) throws IOException;
}
