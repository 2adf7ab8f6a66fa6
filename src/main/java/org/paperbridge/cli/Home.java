package org.paperbridge.cli;

import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where an installation keeps its keys and data. */
public final class Home {

    /** Until a hospital names its number with {@code key init}. */
    private static final int FIRST_SITE = 1;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Keys and data; default $PAPERBRIDGE_HOME, else ~/.paperbridge.")
    private Optional<Path> given = Optional.empty();

    public Path folder() {
        return given.orElseGet(() -> Optional.ofNullable(System.getenv("PAPERBRIDGE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".paperbridge")));
    }

    /** The site's keys; made, and said so, when there are none yet. */
    public KeyRing keys() {
        return siteKeys()
                .openOrCreate(
                        FIRST_SITE,
                        new SecureRandom(),
                        () -> System.err.println("Made a new key ring in " + folder()
                                + ". Keep a copy of keys.json and its passphrase in a safe: paper printed with it"
                                + " needs it."));
    }

    /** With the passphrase from the environment or its file; a person is asked when there is neither. */
    public SiteKeys siteKeys() {
        SiteKeys keys = new SiteKeys(folder(), Optional.ofNullable(System.getenv("PAPERBRIDGE_PASSPHRASE")));
        Console console = System.console();
        if (keys.hasPassphrase() || !keys.exist() || console == null) {
            return keys;
        }
        char[] word = console.readPassword("Passphrase of %s: ", folder().resolve(SiteKeys.RING));
        return new SiteKeys(folder(), Optional.ofNullable(word).map(String::new));
    }
}
