package org.paperbridge.read.line;

import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.ink.GreyCrop;

/** Reads free handwriting as well as it can be read: a ranked hint for a person, never a value to accept. */
@FunctionalInterface
public interface LineText extends AutoCloseable {

    /**
     * Best first; confidences are similarities to what was read and never above 0.5.
     *
     * @param grey one line, dark ink on light paper
     * @param lexicon name of the word list, empty for plain text
     */
    List<Candidate> candidates(GreyCrop grey, String lexicon);

    /** Releases the network behind it, if there is one. */
    @Override
    default void close() {}
}
