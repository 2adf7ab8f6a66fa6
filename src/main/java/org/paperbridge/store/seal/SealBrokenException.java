package org.paperbridge.store.seal;

/** A stored value does not open: altered, moved to another place, or closed with another key ring. */
public final class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException(String what) {
        super(message(what));
    }

    public SealBrokenException(String what, Throwable cause) {
        super(message(what), cause);
    }

    private static String message(String what) {
        return "A stored " + what + " does not open: it was altered, or closed with another key ring";
    }
}
