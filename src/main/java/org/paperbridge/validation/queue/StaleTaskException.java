package org.paperbridge.validation.queue;

/** The task moved on while a reviewer was looking at it. Load it again; nothing was written. */
public final class StaleTaskException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleTaskException(String message) {
        super(message);
    }
}
