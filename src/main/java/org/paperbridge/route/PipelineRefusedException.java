package org.paperbridge.route;

import java.util.List;

/** The routes cannot start as they are written. The message lists what is wrong, one a line. */
public final class PipelineRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PipelineRefusedException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }

    PipelineRefusedException(String mistake, Throwable cause) {
        super(mistake, cause);
    }
}
