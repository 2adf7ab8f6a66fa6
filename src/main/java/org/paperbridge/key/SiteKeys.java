package org.paperbridge.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The key ring of an installation: {@code keys.json} in its home, opened by the passphrase from the environment, or from
 * the file {@code passphrase} beside it that only its owner may read.
 */
public final class SiteKeys {

    public static final String RING = "keys.json";
    public static final String PASSPHRASE = "passphrase";
    private static final int PASSPHRASE_BYTES = 18;

    private final Path home;
    private final Optional<String> passphrase;

    /** @param passphrase from {@code PAPERBRIDGE_PASSPHRASE}; empty to use the file */
    public SiteKeys(Path home, Optional<String> passphrase) {
        this.home = home;
        this.passphrase = passphrase.filter(word -> !word.isBlank());
    }

    public boolean exist() {
        return Files.exists(home.resolve(RING));
    }

    /** @throws KeyRingException saying in one line what to do */
    public KeyRing open() {
        return KeyRingFile.open(home.resolve(RING), passphrase.orElseGet(this::readPassphrase));
    }

    /** Whether a passphrase is at hand without asking a person. */
    public boolean hasPassphrase() {
        return passphrase.isPresent() || Files.exists(home.resolve(PASSPHRASE));
    }

    /**
     * The ring, made when there is none yet. Processes that start at once on a new machine all get the same one.
     *
     * @param made told when this call made it
     */
    public KeyRing openOrCreate(int site, SecureRandom random, Runnable made) {
        if (!exist()) {
            try {
                KeyRing ring = create(site, random);
                made.run();
                return ring;
            } catch (KeyRingException e) {
                if (!exist()) {
                    throw e;
                }
            }
        }
        return open();
    }

    /** Makes a ring; without a passphrase from outside one is drawn and kept in its file. */
    public KeyRing create(int site, SecureRandom random) {
        KeyRing ring = KeyRing.generate(site, random);
        create(ring, random);
        return ring;
    }

    /** Writes a ring where there is none yet, e.g. one restored from its cards. */
    public void create(KeyRing ring, SecureRandom random) {
        String word = passphrase.orElseGet(() -> drawPassphrase(random));
        KeyRingFile.create(home.resolve(RING), ring, word, random);
    }

    /** Writes a changed ring under the same passphrase. */
    public void replace(KeyRing ring, SecureRandom random) {
        KeyRingFile.write(home.resolve(RING), ring, passphrase.orElseGet(this::readPassphrase), random);
    }

    private String drawPassphrase(SecureRandom random) {
        Path file = home.resolve(PASSPHRASE);
        if (Files.exists(file)) {
            return readPassphrase();
        }
        byte[] bytes = new byte[PASSPHRASE_BYTES];
        random.nextBytes(bytes);
        String word = Base64.getUrlEncoder().encodeToString(bytes);
        try {
            PrivateFile.create(file, word + "\n");
        } catch (KeyRingException e) {
            if (!Files.exists(file)) {
                throw e;
            }
        }
        return readPassphrase();
    }

    private String readPassphrase() {
        Path file = home.resolve(PASSPHRASE);
        try {
            PrivateFile.requirePrivate(file);
            String word = Files.readString(file).strip();
            if (word.isEmpty()) {
                throw new KeyRingException("The passphrase file " + file + " is empty; restore it from its safe copy.");
            }
            return word;
        } catch (IOException e) {
            throw new KeyRingException(
                    "No passphrase for " + home.resolve(RING) + ": set PAPERBRIDGE_PASSPHRASE, or put it into " + file
                            + ".",
                    e);
        }
    }
}
