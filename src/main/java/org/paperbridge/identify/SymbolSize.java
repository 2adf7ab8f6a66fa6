package org.paperbridge.identify;

/** How many modules a page code of a given length has: ISO/IEC 18004, alphanumeric mode, error correction Q. */
final class SymbolSize {

    /** Characters that versions 1, 2, ... hold. */
    private static final int[] CAPACITY = {16, 29, 47, 67, 87, 108, 125, 157};

    private SymbolSize() {}

    static int modules(String text) {
        for (int version = 1; version <= CAPACITY.length; version++) {
            if (text.length() <= CAPACITY[version - 1]) {
                return 17 + 4 * version;
            }
        }
        throw new IllegalArgumentException("No page code has " + text.length() + " characters");
    }
}
