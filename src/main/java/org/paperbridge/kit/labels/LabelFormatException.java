package org.paperbridge.kit.labels;

/** A label sheet is unknown or described wrongly; the message says where, one mistake a line. */
public final class LabelFormatException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LabelFormatException(String message) {
        super(message);
    }

    public LabelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
