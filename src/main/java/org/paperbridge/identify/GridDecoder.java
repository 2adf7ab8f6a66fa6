package org.paperbridge.identify;

import java.util.Optional;

/** Decodes symbols whose place and size are known, so that nothing of them has to be found. */
public interface GridDecoder {

    /** Modules along one side of every symbol that a page code may be. */
    int[] sides();

    /** What the symbol says; empty when more of it is gone than its error correction makes good. */
    Optional<String> decode(ModuleGrid grid);
}
