package org.paperbridge.template.layout;

/** Something the author asked for does not fit on the page. */
public final class LayoutOverflowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String field;

    public LayoutOverflowException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** Id of the field that does not fit, numbered. */
    public String field() {
        return field;
    }
}
