package org.paperbridge.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key ring in a file that only its passphrase opens: AES-256-GCM under a key from PBKDF2-HMAC-SHA256 with 600,000
 * rounds (OWASP Password Storage Cheat Sheet, 2023).
 */
public final class KeyRingFile {

    private static final int ROUNDS = 600_000;
    /** A file that asks for more was altered to keep us busy. */
    private static final int MOST_ROUNDS = 20_000_000;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String FORMAT = "paperbridge-keyring-1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyRingFile() {}

    /** @throws KeyRingException when the file is missing, damaged, or the passphrase is wrong */
    public static KeyRing open(Path file, String passphrase) {
        JsonNode box = readBox(file);
        int rounds = box.path("rounds").asInt();
        try {
            if (rounds > MOST_ROUNDS) {
                throw new IllegalArgumentException(rounds + " rounds");
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, passphrase, bytes(box, "salt"), rounds, bytes(box, "nonce"));
            return parse(JSON.readTree(cipher.doFinal(bytes(box, "ring"))));
        } catch (AEADBadTagException e) {
            throw new KeyRingException("The passphrase does not open " + file + ", or the file was altered.", e);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    /**
     * Writes a ring that is not there yet; only its owner may read the file. Of two that do so at once, one is refused:
     * a ring that was ever used to print must not be lost.
     */
    public static void create(Path file, KeyRing ring, String passphrase, SecureRandom random) {
        PrivateFile.create(file, seal(ring, passphrase, random));
    }

    /** Replaces the file in one step. */
    public static void write(Path file, KeyRing ring, String passphrase, SecureRandom random) {
        PrivateFile.replace(file, seal(ring, passphrase, random));
    }

    private static String seal(KeyRing ring, String passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        ObjectNode box = JSON.createObjectNode();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, nonce);
            box.put("format", FORMAT).put("rounds", ROUNDS);
            box.put("salt", text(salt)).put("nonce", text(nonce));
            box.put("ring", text(cipher.doFinal(JSON.writeValueAsBytes(describe(ring)))));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(box) + "\n";
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("A key ring can always be sealed", e);
        }
    }

    private static JsonNode readBox(Path file) {
        if (!Files.exists(file)) {
            throw new KeyRingException("There is no key ring at " + file
                    + ". Make one with: paperbridge key init, or restore the site's own from its key custodian.");
        }
        try {
            JsonNode box = JSON.readTree(Files.readString(file));
            if (!box.path("format").asText().equals(FORMAT)) {
                throw new KeyRingException(file + " is no key ring of this product.");
            }
            return box;
        } catch (JsonProcessingException | CharacterCodingException e) {
            throw damaged(file, e);
        } catch (IOException e) {
            throw new KeyRingException("The key ring " + file + " cannot be read by this user.", e);
        }
    }

    private static KeyRingException damaged(Path file, Exception cause) {
        return new KeyRingException("The key ring " + file + " is damaged; restore it from its safe copy.", cause);
    }

    private static Cipher cipher(int mode, String passphrase, byte[] salt, int rounds, byte[] nonce)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, rounds, KeyRing.KEY_BYTES * 8);
        byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static ObjectNode describe(KeyRing ring) {
        ObjectNode node = JSON.createObjectNode();
        node.put("site", ring.site()).put("currentPageKey", ring.currentPageKey());
        node.put("storeKey", text(ring.storeKey()));
        ObjectNode keys = node.putObject("pageKeys");
        ring.pageKeys().forEach((id, key) -> keys.put(Integer.toString(id), text(key)));
        return node;
    }

    private static KeyRing parse(JsonNode node) {
        Map<Integer, byte[]> keys = new HashMap<>();
        node.path("pageKeys")
                .properties()
                .forEach(e -> keys.put(
                        Integer.valueOf(e.getKey()),
                        Base64.getDecoder().decode(e.getValue().asText())));
        return new KeyRing(
                node.path("site").asInt(), node.path("currentPageKey").asInt(), keys, bytes(node, "storeKey"));
    }

    private static byte[] bytes(JsonNode node, String name) {
        return Base64.getDecoder().decode(node.path(name).asText());
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
