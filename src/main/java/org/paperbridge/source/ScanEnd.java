package org.paperbridge.source;

import java.util.Optional;

/**
 * How scanning a stack ended.
 *
 * @param files how many are safe: a picture a side, or one file for the stack
 * @param trouble empty when the stack went through
 */
public record ScanEnd(int files, Optional<ScanTrouble> trouble) {

    public static ScanEnd complete(int files) {
        return new ScanEnd(files, Optional.empty());
    }

    public static ScanEnd stopped(int files, ScanTrouble trouble) {
        return new ScanEnd(files, Optional.of(trouble));
    }
}
