package org.paperbridge.kit.page;

/** Makes barcodes from text. */
public interface Barcodes {

    /** One row of modules. */
    PrintedSymbol code128(String ascii);

    /** ECC 200, square. */
    PrintedSymbol dataMatrix(String text);
}
