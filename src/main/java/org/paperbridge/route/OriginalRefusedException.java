package org.paperbridge.route;

/** A delivered file that has no pages we can take. */
public final class OriginalRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason machine word: {@code empty}, {@code not-a-document}, {@code corrupt}, {@code password-protected} */
    public OriginalRefusedException(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
