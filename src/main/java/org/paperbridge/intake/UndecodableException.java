package org.paperbridge.intake;

/** A file, or one side of it, that cannot be turned into pixels. */
public final class UndecodableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public UndecodableException(Reason reason) {
        super(reason.code());
        this.reason = reason;
    }

    public UndecodableException(Reason reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why, as a closed list; the codes stand in JSON and in the database. */
    public enum Reason {
        /** The file has no bytes. */
        EMPTY("empty-file"),
        /** Its first bytes are those of no format we take. */
        NOT_AN_IMAGE("not-an-image"),
        /** It begins like a known format, but cannot be read on. */
        CORRUPT("corrupt"),
        /** A kind of JPEG 2000 that no scanner makes: colours from a table or for a press, more than four components. */
        JPEG_2000("jpeg-2000"),
        PASSWORD_PROTECTED("password-protected"),
        /** It has no page at all. */
        NO_PAGES("no-pages"),
        /** One side is larger than any scanner makes; it could exhaust memory. */
        TOO_LARGE("too-large"),
        /** The image data ends early and what is there is not a whole page. */
        TRUNCATED("truncated");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
