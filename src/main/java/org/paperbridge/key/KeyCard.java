package org.paperbridge.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * One share of a site's key ring, as it stands on a card of paper.
 *
 * @param site number of the hospital
 * @param set cards of one set belong together, 8 hex digits
 * @param needed how many of the set give back the ring
 * @param number of this card, from 1
 * @param share hex
 */
public record KeyCard(int site, String set, int needed, int number, String share) {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String MARK = "PBC1";
    private static final int LINE = 20;
    private static final int HEADER_BYTES = 8;
    private static final int CHECK_BYTES = 4;
    /** Prime: swapped and wrong letters change the sum, but for 0 and Z, which the sum of the whole card tells apart. */
    private static final int CHECK_MODULUS = 31;

    /** For the QR code. */
    public String text() {
        return MARK + base32(bytes());
    }

    /** For typing: groups of five letters, each line ends with its own check letter. */
    public List<String> lines() {
        String all = base32(bytes());
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < all.length(); from += LINE) {
            String line = all.substring(from, Math.min(from + LINE, all.length()));
            lines.add(line.replaceAll("(.{5})(?=.)", "$1 ") + "-" + check(line, lines.size()));
        }
        return lines;
    }

    /**
     * A card from what its QR code says or what was typed line by line; spaces, dashes and case do not matter.
     *
     * @throws KeyRingException saying which line was mistyped, or that this is no card
     */
    public static KeyCard parse(List<String> written) {
        List<String> lines = written.stream()
                .map(line -> line.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s-]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1'))
                .filter(line -> !line.isEmpty())
                .toList();
        StringBuilder all = new StringBuilder();
        if (!lines.isEmpty() && lines.getFirst().startsWith(MARK)) {
            all.append(String.join("", lines).substring(MARK.length()));
        } else {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).substring(0, lines.get(i).length() - 1);
                if (!line.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
                        || lines.get(i).charAt(lines.get(i).length() - 1) != check(line, i)) {
                    throw new KeyRingException("Line " + (i + 1) + " of the key card is mistyped; look at it again.");
                }
                all.append(line);
            }
        }
        return ofBytes(unbase32(all.toString()));
    }

    private byte[] bytes() {
        byte[] body = HexFormat.of().parseHex(share);
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + body.length);
        out.putShort((short) site)
                .put(HexFormat.of().parseHex(set))
                .put((byte) needed)
                .put((byte) number)
                .put(body);
        byte[] whole = Arrays.copyOf(out.array(), out.capacity() + CHECK_BYTES);
        System.arraycopy(digest(out.array()), 0, whole, out.capacity(), CHECK_BYTES);
        return whole;
    }

    private static KeyCard ofBytes(byte[] whole) {
        if (whole.length <= HEADER_BYTES + CHECK_BYTES) {
            throw new KeyRingException("This is no key card: too short.");
        }
        byte[] body = Arrays.copyOf(whole, whole.length - CHECK_BYTES);
        byte[] sum = Arrays.copyOfRange(whole, body.length, whole.length);
        if (!Arrays.equals(sum, Arrays.copyOf(digest(body), CHECK_BYTES))) {
            throw new KeyRingException("This is no key card, or a line of it is missing.");
        }
        ByteBuffer in = ByteBuffer.wrap(body);
        int site = in.getShort() & 0xffff;
        byte[] set = new byte[4];
        in.get(set);
        int needed = in.get() & 0xff;
        int number = in.get() & 0xff;
        byte[] share = new byte[in.remaining()];
        in.get(share);
        HexFormat hex = HexFormat.of();
        return new KeyCard(site, hex.formatHex(set), needed, number, hex.formatHex(share));
    }

    private static char check(String line, int index) {
        int sum = index + 1;
        for (int i = 0; i < line.length(); i++) {
            sum = (sum + (i + 2) * (LETTERS.indexOf(line.charAt(i)) + 1)) % CHECK_MODULUS;
        }
        return LETTERS.charAt(sum);
    }

    private static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out.append(LETTERS.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        return bits == 0
                ? out.toString()
                : out.append(LETTERS.charAt(held << 5 - bits & 31)).toString();
    }

    private static byte[] unbase32(String text) {
        ByteBuffer out = ByteBuffer.allocate(text.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char c : text.toCharArray()) {
            int value = LETTERS.indexOf(c);
            if (value < 0) {
                throw new KeyRingException("A key card has no letter \"" + c + "\".");
            }
            held = held << 5 | value;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return out.array();
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
