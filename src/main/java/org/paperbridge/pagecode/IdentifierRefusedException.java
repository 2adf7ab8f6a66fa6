package org.paperbridge.pagecode;

/** A patient or visit number cannot be put into a page code; the message is one line and does not repeat it. */
public final class IdentifierRefusedException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public IdentifierRefusedException(String message) {
        super(message);
    }
}
