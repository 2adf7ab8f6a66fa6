package org.paperbridge.route;

/** One side of a file cannot be decoded. */
public final class PageUndecodableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason machine word, e.g. {@code truncated} */
    public PageUndecodableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
