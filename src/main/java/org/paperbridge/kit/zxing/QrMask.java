package org.paperbridge.kit.zxing;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The choice among the eight masks of a QR symbol (ISO/IEC 18004, 7.8.3: least penalty), a row of modules in one long.
 * ZXing makes eight whole symbols to choose one, which took a third of the time of printing a kit. Two masks of one
 * version differ by the same modules whatever the symbol says, so those differences are made once, by ZXing.
 */
final class QrMask {

    private static final int MASKS = 8;
    /** More modules than a long has bits; no page code is that large. */
    private static final int MOST_MODULES = 64;

    private static final Map<Integer, QrMask> BY_VERSION = new ConcurrentHashMap<>();

    private final int side;
    /** By mask: what it changes of mask 0, by row and by column. */
    private final long[][] rows = new long[MASKS][];

    private final long[][] columns = new long[MASKS][];

    private QrMask(int version) {
        long[] first = rows(made(version, 0));
        side = first.length;
        for (int mask = 0; mask < MASKS; mask++) {
            rows[mask] = differing(first, rows(made(version, mask)));
            columns[mask] = turned(rows[mask]);
        }
    }

    /** Rows of the symbol under the mask that the standard asks for; bit {@code n} is column {@code n}. */
    static long[] best(String text) throws WriterException {
        QRCode code = Encoder.encode(
                text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.QR_MASK_PATTERN, 0));
        if (code.getMatrix().getWidth() > MOST_MODULES) {
            throw new WriterException("A symbol of " + code.getMatrix().getWidth() + " modules is too large");
        }
        return BY_VERSION
                .computeIfAbsent(code.getVersion().getVersionNumber(), QrMask::new)
                .best(rows(code.getMatrix()));
    }

    private long[] best(long[] unmasked) {
        long[] turned = turned(unmasked);
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int mask = 0; mask < MASKS; mask++) {
            int penalty = penalty(differing(unmasked, rows[mask]), differing(turned, columns[mask]));
            if (penalty < least) {
                least = penalty;
                best = mask;
            }
        }
        return differing(unmasked, rows[best]);
    }

    private int penalty(long[] across, long[] down) {
        int dark = 0;
        int penalty = 0;
        for (int i = 0; i < side; i++) {
            dark += Long.bitCount(across[i]);
            penalty += lines(across[i]) + lines(down[i]);
            penalty += i + 1 < side ? 3 * blocks(across[i], across[i + 1]) : 0;
        }
        int all = side * side;
        return penalty + Math.abs(dark * 2 - all) * 10 / all * 10;
    }

    /** Five or more of one colour: three points and one for each more; what looks like a finder: forty. */
    private int lines(long line) {
        long white = ~line & bits(side);
        long same = ~(line ^ line >>> 1) & bits(side - 1);
        long five = same & same >>> 1 & same >>> 2 & same >>> 3;
        int runs = Long.bitCount(five & ~(five << 1));
        long finder = line & white >>> 1 & line >>> 2 & line >>> 3 & line >>> 4 & white >>> 5 & line >>> 6;
        long clear = white & white >>> 1 & white >>> 2 & white >>> 3;
        return Long.bitCount(five) + 2 * runs + 40 * Long.bitCount(finder & (clear << 4 | clear >>> 7));
    }

    private int blocks(long line, long next) {
        long equal = ~(line ^ next);
        return Long.bitCount(equal & equal >>> 1 & ~(line ^ line >>> 1) & bits(side - 1));
    }

    private static long bits(int count) {
        return count >= Long.SIZE ? -1 : (1L << count) - 1;
    }

    private static ByteMatrix made(int version, int mask) {
        try {
            return Encoder.encode(
                            "0",
                            ErrorCorrectionLevel.Q,
                            Map.of(EncodeHintType.QR_VERSION, version, EncodeHintType.QR_MASK_PATTERN, mask))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("Every version holds one digit", e);
        }
    }

    private static long[] rows(ByteMatrix matrix) {
        long[] rows = new long[matrix.getHeight()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows.length; x++) {
                rows[y] |= (long) matrix.get(x, y) << x;
            }
        }
        return rows;
    }

    private static long[] turned(long[] lines) {
        long[] turned = new long[lines.length];
        for (int y = 0; y < lines.length; y++) {
            for (int x = 0; x < lines.length; x++) {
                turned[x] |= (lines[y] >>> x & 1) << y;
            }
        }
        return turned;
    }

    private static long[] differing(long[] one, long[] other) {
        long[] differing = new long[one.length];
        for (int i = 0; i < one.length; i++) {
            differing[i] = one[i] ^ other[i];
        }
        return differing;
    }
}
