package org.paperbridge.validation.policy;

import java.util.List;

/** A policy that cannot be used. The message lists every mistake, one a line. */
public final class InvalidPolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidPolicyException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
