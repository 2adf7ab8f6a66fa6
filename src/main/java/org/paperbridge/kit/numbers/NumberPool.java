package org.paperbridge.kit.numbers;

import java.io.IOException;

/** Gives out temporary numbers, each once and for ever. */
@FunctionalInterface
public interface NumberPool {

    /** The range is on disk before this returns: a number that was ever printed is never given again. */
    NumberRange take(String unit, int count) throws IOException;
}
