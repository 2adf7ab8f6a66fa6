package org.paperbridge.source;

import java.io.IOException;

/** The page was there, but we could not keep it. */
public final class NotKeptException extends IOException {

    private static final long serialVersionUID = 1L;

    public NotKeptException(IOException cause) {
        super("not kept", cause);
    }
}
