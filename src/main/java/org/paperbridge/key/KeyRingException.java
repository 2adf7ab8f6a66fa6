package org.paperbridge.key;

/** The key ring cannot be opened or written; the message is one line that says what to do. */
public final class KeyRingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyRingException(String message) {
        super(message);
    }

    public KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
