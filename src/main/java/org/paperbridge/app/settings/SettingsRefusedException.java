package org.paperbridge.app.settings;

import java.util.List;

/** The settings cannot be used. The message lists every mistake, one a line. */
public final class SettingsRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsRefusedException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }
}
