package org.paperbridge.template.layout;

/** Something the author asked for does not fit on the page. */
public final class LayoutOverflowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public LayoutOverflowException(String field, String message) {
        super(message);
        this.field = field;
        this.reason = message;
    }

    /** Id of the field that does not fit, numbered. */
    public String field() {
        return field;
    }

    /** What does not fit, and by how much. */
    public String reason() {
        return reason;
    }
}
