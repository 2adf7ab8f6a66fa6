package org.paperbridge.validation.batch;

import java.util.List;
import java.util.Optional;

/**
 * The paper between two batch sheets of one stack, or all of a stack that has none.
 *
 * @param original SHA-256 of the stack's first file, hex
 * @param files how many the stack came in
 * @param from index of its first side, the header's included
 * @param to index after its last side
 * @param batch number on its header; empty when it has none
 * @param unit code on its header; empty when it has none
 * @param shift on its header; may be empty
 * @param operator who put it together; empty for those without keys
 * @param expected sheets counted by a person, on its header, else on its last sheet
 * @param sides that came
 * @param sheets of paper that were scanned, batch sheets left out; from a two-sided scan, two sides are one
 * @param twoSided whether both sides were scanned, told by the empty back of a batch sheet
 * @param read sides that were read, or found blank
 * @param blank sides of them without ink
 * @param troubles what a person should look at; empty while sides wait to be read
 */
public record ScannedBatch(
        String original,
        int files,
        int from,
        int to,
        String batch,
        String unit,
        String shift,
        String operator,
        Optional<Integer> expected,
        int sides,
        int sheets,
        boolean twoSided,
        int read,
        int blank,
        List<BatchTrouble> troubles) {

    public ScannedBatch {
        troubles = List.copyOf(troubles);
    }

    public boolean isRead() {
        return read == sides;
    }

    /** Sheets more than counted; negative when some are missing, empty when nobody counted or sides still wait. */
    public Optional<Integer> over() {
        return isRead() ? expected.map(n -> sheets - n) : Optional.empty();
    }
}
