package org.paperbridge.key;

import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one site. With it and paper alone, form, page, patient and encounter come back; without it a page code
 * tells nothing about a patient.
 */
public final class KeyRing {

    public static final int KEY_BYTES = 32;
    static final int MOST_KEYS = 255;

    private final int site;
    private final int currentPageKey;
    private final Map<Integer, byte[]> pageKeys;
    private final byte[] storeKey;

    KeyRing(int site, int currentPageKey, Map<Integer, byte[]> pageKeys, byte[] storeKey) {
        if (site < 1 || site > 65535) {
            throw new IllegalArgumentException("A site number lies between 1 and 65535, got " + site);
        }
        if (storeKey.length != KEY_BYTES || pageKeys.values().stream().anyMatch(key -> key.length != KEY_BYTES)) {
            throw new IllegalArgumentException("Every key has " + KEY_BYTES + " bytes");
        }
        if (!pageKeys.containsKey(currentPageKey)
                || pageKeys.keySet().stream().anyMatch(id -> id < 1 || id > MOST_KEYS)) {
            throw new IllegalArgumentException("Page-code keys are numbered from 1 to " + MOST_KEYS
                    + " and hold the current one, got " + pageKeys.keySet() + ", current " + currentPageKey);
        }
        this.site = site;
        this.currentPageKey = currentPageKey;
        this.pageKeys = Map.copyOf(pageKeys);
        this.storeKey = storeKey.clone();
    }

    public static KeyRing generate(int site, SecureRandom random) {
        return new KeyRing(site, 1, Map.of(1, newKey(random)), newKey(random));
    }

    /** This ring with a new page-code key to seal with; the old ones keep reading old paper. */
    public KeyRing withNewPageKey(SecureRandom random) {
        int id = pageKeys.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        if (id > MOST_KEYS) {
            throw new IllegalStateException("A ring holds " + MOST_KEYS + " page-code keys; this one is full");
        }
        Map<Integer, byte[]> keys = new HashMap<>(pageKeys);
        keys.put(id, newKey(random));
        return new KeyRing(site, id, keys, storeKey);
    }

    /** Number of the hospital, in every page code. */
    public int site() {
        return site;
    }

    /** Id of the key that seals new page codes, 1 to 255. */
    public int currentPageKey() {
        return currentPageKey;
    }

    /** Ids of all keys that read, ascending. */
    public List<Integer> pageKeyIds() {
        return pageKeys.keySet().stream().sorted().toList();
    }

    public Optional<SecretKey> findPageKey(int id) {
        return Optional.ofNullable(pageKeys.get(id)).map(k -> new SecretKeySpec(k, "AES"));
    }

    /** Root of everything kept at rest, 32 bytes; a copy. */
    public byte[] storeKey() {
        return storeKey.clone();
    }

    /** Opens sealed kits in any PDF reader; the same for all kits of the site until its store key changes. */
    public String kitPassword() {
        return DerivedKeys.kitPassword(storeKey);
    }

    /** Signs the manifests of kits, Ed25519. */
    public KeyPair kitSignature() {
        return DerivedKeys.kitSignature(storeKey);
    }

    Map<Integer, byte[]> pageKeys() {
        return pageKeys;
    }

    private static byte[] newKey(SecureRandom random) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }
}
