package org.paperbridge.publish;

import java.util.List;

/** The file of targets cannot be used; every mistake is listed. */
public final class TargetsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TargetsRefusedException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
