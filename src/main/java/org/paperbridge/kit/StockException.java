package org.paperbridge.kit;

/** The stock table is wrong; the message lists every mistake, one a line. */
public final class StockException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StockException(String message) {
        super(message);
    }
}
