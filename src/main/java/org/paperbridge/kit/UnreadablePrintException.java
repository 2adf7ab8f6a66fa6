package org.paperbridge.kit;

import java.io.IOException;

/** What was drawn could not be read back; it must not reach a printer. The message is one line. */
public final class UnreadablePrintException extends IOException {

    private static final long serialVersionUID = 1;

    public UnreadablePrintException(String message) {
        super(message);
    }
}
