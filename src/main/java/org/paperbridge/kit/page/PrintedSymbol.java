package org.paperbridge.kit.page;

/** A barcode or matrix code: dark and light cells, quiet zone excluded. A linear barcode has one row. */
public interface PrintedSymbol {

    int columns();

    int rows();

    /** Column from the left, row from the top, from 0. */
    boolean isDark(int column, int row);
}
