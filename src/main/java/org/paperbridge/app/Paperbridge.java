package org.paperbridge.app;

import org.paperbridge.cli.RootCommand;
import picocli.CommandLine;

/** Entry point: one jar, one command line. */
public final class Paperbridge {

    private Paperbridge() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }
}
