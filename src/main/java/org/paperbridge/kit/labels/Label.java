package org.paperbridge.kit.labels;

import java.util.List;
import java.util.Optional;

/**
 * What one label says.
 *
 * @param title name, or the number of a person without one
 * @param lines below it, the most important first; small labels print as many as they have room for
 * @param toWrite captions of lines left free for the pen
 * @param codes most important first; small labels print only the first
 * @param ins text of the INS DataMatrix, only for a qualified identity
 */
public record Label(String title, List<String> lines, List<String> toWrite, List<Code> codes, Optional<Ins> ins) {

    public Label {
        lines = List.copyOf(lines);
        toWrite = List.copyOf(toWrite);
        codes = List.copyOf(codes);
    }

    /** A number as barcode and in clear. */
    public record Code(String caption, String value) {}

    /**
     * The French national identity as DataMatrix.
     *
     * @param marking printed beside it, as the specification asks
     */
    public record Ins(String content, String marking) {}
}
