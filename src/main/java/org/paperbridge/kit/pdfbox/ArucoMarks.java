package org.paperbridge.kit.pdfbox;

import java.util.List;

/** The first markers of dictionary 4x4_50 as published with ArUco: inner cells row by row, {@code 1} is white. */
final class ArucoMarks {

    private static final List<String> INNER =
            List.of("1011010100110010", "0000111110011010", "0011001100101101", "1001100101000110");

    private ArucoMarks() {}

    /** Cells along one side, black border included. */
    static final int CELLS = 6;

    static boolean isWhite(int id, int column, int row) {
        if (column == 0 || row == 0 || column == CELLS - 1 || row == CELLS - 1) {
            return false;
        }
        return INNER.get(id).charAt((row - 1) * 4 + column - 1) == '1';
    }
}
