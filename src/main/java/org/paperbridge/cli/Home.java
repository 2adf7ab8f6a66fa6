package org.paperbridge.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import picocli.CommandLine.Option;

/** Where an installation keeps its keys and data. */
public final class Home {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Keys and data; default $PAPERBRIDGE_HOME, else ~/.paperbridge.")
    private Optional<Path> given = Optional.empty();

    public Path folder() {
        return given.orElseGet(() -> Optional.ofNullable(System.getenv("PAPERBRIDGE_HOME"))
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".paperbridge")));
    }

    /** The site's keys; made, and said so, when there are none yet. */
    public KeyRing keys() {
        SiteKeys keys = new SiteKeys(folder(), Optional.ofNullable(System.getenv("PAPERBRIDGE_PASSPHRASE")));
        if (!keys.exist()) {
            KeyRing ring = keys.create(1, new SecureRandom());
            System.err.println("Made a new key ring in " + folder()
                    + ". Keep a copy of keys.json and its passphrase in a safe: paper printed with it needs it.");
            return ring;
        }
        return keys.open();
    }
}
