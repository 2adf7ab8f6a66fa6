package org.paperbridge.web;

/** The screens cannot be served; the message says in one line what to do. */
public final class WebUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WebUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
