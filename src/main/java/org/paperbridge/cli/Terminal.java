package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a person watches, or a file or pipe is written. The launcher knows; without it Linux does. */
final class Terminal {

    private Terminal() {}

    static boolean isError() {
        return is("paperbridge.terminal.error", 2);
    }

    static boolean isOutput() {
        return is("paperbridge.terminal.output", 1);
    }

    /** No where it cannot be said: a plain line is never wrong. */
    private static boolean is(String property, int descriptor) {
        String told = System.getProperty(property, "");
        if (!told.isEmpty()) {
            return Boolean.parseBoolean(told);
        }
        try {
            Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
            return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
