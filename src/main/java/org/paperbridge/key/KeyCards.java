package org.paperbridge.key;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paperbridge.key.codahale.SecretShares;

/** A key ring on cards of paper: any k of n give it back, fewer tell nothing. */
public final class KeyCards {

    private static final int SUM_BYTES = 8;
    private static final int MOST_CARDS = 20;
    private static final byte FORMAT = 1;

    private KeyCards() {}

    /**
     * @param cards how many, 2 to 20
     * @param needed how many give back the ring, 2 to {@code cards}
     */
    public static List<KeyCard> split(KeyRing ring, int cards, int needed, SecureRandom random) {
        if (cards < 2 || cards > MOST_CARDS || needed < 2 || needed > cards) {
            throw new KeyRingException("Key cards: 2 to " + MOST_CARDS
                    + ", of which at least 2 and at most all are needed; got " + needed + " of " + cards + ".");
        }
        byte[] set = new byte[4];
        random.nextBytes(set);
        HexFormat hex = HexFormat.of();
        return SecretShares.split(bytes(ring), cards, needed, random).entrySet().stream()
                .map(share -> new KeyCard(
                        ring.site(), hex.formatHex(set), needed, share.getKey(), hex.formatHex(share.getValue())))
                .sorted(Comparator.comparingInt(KeyCard::number))
                .toList();
    }

    /** @throws KeyRingException saying in one line what is missing */
    public static KeyRing join(List<KeyCard> cards) {
        Map<Integer, byte[]> shares = new TreeMap<>();
        cards.forEach(card -> shares.put(card.number(), HexFormat.of().parseHex(card.share())));
        if (cards.isEmpty() || cards.stream().map(KeyCard::set).distinct().count() > 1) {
            throw new KeyRingException("These key cards are not of one set: "
                    + cards.stream().map(KeyCard::set).distinct().toList() + ".");
        }
        int needed = cards.getFirst().needed();
        if (shares.size() < needed) {
            throw new KeyRingException("The set needs " + needed + " different cards, got " + shares.size() + ".");
        }
        try {
            return ring(SecretShares.join(shares));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new KeyRingException("These key cards do not give a key ring; one of them is wrong.", e);
        }
    }

    private static byte[] bytes(KeyRing ring) {
        Map<Integer, byte[]> keys = new TreeMap<>(ring.pageKeys());
        ByteBuffer out = ByteBuffer.allocate(5 + keys.size() * (1 + KeyRing.KEY_BYTES) + KeyRing.KEY_BYTES + SUM_BYTES);
        out.put(FORMAT)
                .putShort((short) ring.site())
                .put((byte) ring.currentPageKey())
                .put((byte) keys.size());
        keys.forEach((id, key) -> out.put(id.byteValue()).put(key));
        out.put(ring.storeKey());
        out.put(KeyCard.digest(Arrays.copyOf(out.array(), out.position())), 0, SUM_BYTES);
        return out.array();
    }

    private static KeyRing ring(byte[] secret) {
        int length = secret.length - SUM_BYTES;
        if (length < 0
                || !Arrays.equals(
                        Arrays.copyOfRange(secret, length, secret.length),
                        Arrays.copyOf(KeyCard.digest(Arrays.copyOf(secret, length)), SUM_BYTES))) {
            throw new IllegalArgumentException("sum");
        }
        ByteBuffer in = ByteBuffer.wrap(secret, 0, length);
        if (in.get() != FORMAT) {
            throw new IllegalArgumentException("format");
        }
        int site = in.getShort() & 0xffff;
        int current = in.get() & 0xff;
        int count = in.get() & 0xff;
        Map<Integer, byte[]> keys = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int id = in.get() & 0xff;
            keys.put(id, take(in));
        }
        return new KeyRing(site, current, keys, take(in));
    }

    private static byte[] take(ByteBuffer in) {
        byte[] key = new byte[KeyRing.KEY_BYTES];
        in.get(key);
        return key;
    }
}
