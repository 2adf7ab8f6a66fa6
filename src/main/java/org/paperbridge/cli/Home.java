package org.paperbridge.cli;

import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.tesseract.TesseractLines;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.store.seal.StoreKeys;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where an installation keeps its keys and data. */
public final class Home {

    /** Folder below the home where native libraries and language data are unpacked. */
    public static final String NATIVES = "natives";

    /** File below the home with all numbers ever given to products. */
    public static final String FORMULARY = "numbers/formulary.csv";

    /** Until a hospital names its number with {@code key init}. */
    private static final int FIRST_SITE = 1;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Keys and data; default $PAPERBRIDGE_HOME, else ~/.paperbridge.")
    private Optional<Path> given = Optional.empty();

    /** What was printed with these keys; the store is opened only when it is asked. */
    public PrintedRegistry printed(KeyRing keys) {
        return new PrintedRegistry(
                SettingsFile.load(folder(), System.getenv(), 1).store(), StoreKeys.of(keys.storeKey()));
    }

    /** Reads short codes where page codes are gone. */
    public PrintedLineReader lines() {
        return new TesseractLines(folder().resolve(NATIVES), 1);
    }

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
