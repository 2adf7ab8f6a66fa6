package org.paperbridge.intake.openjpeg;

import java.nio.ByteBuffer;
import java.util.BitSet;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/**
 * What a code stream (ISO/IEC 15444-1 annex A) says about itself, read from marker to marker before anything is decoded:
 * whether it is whole, and whether it asks for more memory than a page is worth.
 */
final class CodeStream {

    private static final int START = 0xff4f;
    private static final int SIZE = 0xff51;
    private static final int CODING = 0xff52;
    private static final int CODING_OF_COMPONENT = 0xff53;
    private static final int TILE_PART = 0xff90;
    private static final int DATA = 0xff93;
    private static final int END = 0xffd9;

    private static final int MOST_COMPONENTS = 4;
    private static final int MOST_BITS = 16;
    /** A3 at 600 dpi in the smallest tiles that scanners make, 256 px, has 1,100; each costs some kB. */
    private static final int MOST_TILES = 4096;
    /** Scanners use 1 to 20; packets are counted for each. */
    private static final int MOST_LAYERS = 64;
    /** Sides of code blocks and precincts, powers of two px: each block costs some 100 bytes. */
    private static final int LEAST_BLOCK_AREA = 8;

    private static final int LEAST_PRECINCT = 6;

    private final ByteBuffer in;
    private final int end;
    private int width;
    private int height;
    private int components;
    private int bits;
    private boolean signed;
    private boolean sameSize = true;
    private int levels = Integer.MAX_VALUE;
    private boolean mixed = true;
    private final BitSet tiles = new BitSet();
    private int tileCount;

    private CodeStream(byte[] content, int end) {
        this.in = ByteBuffer.wrap(content);
        this.end = end;
    }

    /**
     * @param from where it begins in the content
     * @param end where it ends at the latest
     * @throws UndecodableException when it is cut off, damaged, too large, or unlike anything a scanner makes
     */
    static CodeStream of(byte[] content, int from, int end) {
        CodeStream stream = new CodeStream(content, end);
        stream.follow(from);
        return stream;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Colours and transparency: 1 to 4. */
    int components() {
        return components;
    }

    /** Of the first component, 1 to 16. */
    int bits() {
        return bits;
    }

    boolean signed() {
        return signed;
    }

    /** Whether the first component alone is the brightness: one of grey, or colours that were mixed before packing. */
    boolean isGreyFirst() {
        return components < 3 || mixed || !sameSize;
    }

    /** How many times the size can be halved. */
    int levels() {
        return levels;
    }

    private void follow(int from) {
        if (number(from, 2) != START || number(from + 2, 2) != SIZE) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        size(from + 4);
        int at = head(from + 2);
        while (at < end && number(at, 2) == TILE_PART) {
            int tile = number(at + 4, 2);
            long length = Integer.toUnsignedLong(number(at + 6, 4));
            if (tile >= tileCount) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            tiles.set(tile);
            head(at + 2 + number(at + 2, 2));
            long next = length == 0 ? end : at + length;
            if (next > end) {
                throw new UndecodableException(Reason.TRUNCATED);
            }
            if (next <= at) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            at = (int) next;
        }
        if (at < end && number(at, 2) != END) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        // a page with a silent hole is no page
        if (tiles.cardinality() < tileCount) {
            throw new UndecodableException(Reason.TRUNCATED);
        }
    }

    /** Follows markers until the first tile or its data; returns where that is. */
    private int head(int from) {
        int at = from;
        int marker = number(at, 2);
        while (marker != TILE_PART && marker != DATA) {
            if (marker < 0xff01 || marker == END) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            int length = number(at + 2, 2);
            if (length < 2) {
                throw new UndecodableException(Reason.CORRUPT);
            }
            if (marker == CODING) {
                coding(at + 4, length);
            } else if (marker == CODING_OF_COMPONENT) {
                // the component, its style, then as for all components
                structure(at + 6, number(at + 5, 1));
            }
            at += 2 + length;
            marker = number(at, 2);
        }
        return at;
    }

    private void size(int at) {
        long left = Integer.toUnsignedLong(number(at + 12, 4));
        long top = Integer.toUnsignedLong(number(at + 16, 4));
        long across = Integer.toUnsignedLong(number(at + 4, 4)) - left;
        long down = Integer.toUnsignedLong(number(at + 8, 4)) - top;
        long tileWidth = Integer.toUnsignedLong(number(at + 20, 4));
        long tileHeight = Integer.toUnsignedLong(number(at + 24, 4));
        long tileLeft = Integer.toUnsignedLong(number(at + 28, 4));
        long tileTop = Integer.toUnsignedLong(number(at + 32, 4));
        components = number(at + 36, 2);
        Pixels.checkSize(across, down);
        if (tileWidth == 0 || tileHeight == 0 || tileLeft > left || tileTop > top) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        width = (int) across;
        height = (int) down;
        long count = ceil(left + across - tileLeft, tileWidth) * ceil(top + down - tileTop, tileHeight);
        if (count > MOST_TILES) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
        tileCount = (int) count;
        if (components < 1 || components > MOST_COMPONENTS) {
            throw new UndecodableException(Reason.JPEG_2000);
        }
        components(at + 38);
    }

    private void components(int at) {
        int first = number(at, 1);
        bits = (first & 0x7f) + 1;
        signed = (first & 0x80) != 0;
        for (int i = 0; i < components; i++) {
            int depth = number(at + 3 * i, 1);
            boolean whole = number(at + 3 * i + 1, 2) == 0x0101;
            if ((depth & 0x7f) >= MOST_BITS || (i == 0 && !whole)) {
                throw new UndecodableException(Reason.JPEG_2000);
            }
            sameSize &= whole && depth == first;
        }
    }

    /** Style, progression, layers, mixing of colours, then how blocks are cut. */
    private void coding(int at, int length) {
        if (length < 12) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        if (number(at + 2, 2) > MOST_LAYERS) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
        if (number(at + 4, 1) > 1) {
            throw new UndecodableException(Reason.JPEG_2000);
        }
        mixed &= number(at + 4, 1) == 1;
        structure(at + 5, number(at, 1));
    }

    private void structure(int at, int style) {
        int halvings = number(at, 1);
        levels = Math.min(levels, halvings);
        int area = (number(at + 1, 1) & 0xf) + 2 + (number(at + 2, 1) & 0xf) + 2;
        boolean tiny = area < LEAST_BLOCK_AREA;
        for (int i = 0; (style & 1) == 1 && i <= halvings; i++) {
            int precinct = number(at + 5 + i, 1);
            tiny |= (precinct & 0xf) < LEAST_PRECINCT || precinct >> 4 < LEAST_PRECINCT;
        }
        if (tiny) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
    }

    private int number(int at, int bytes) {
        if (at < 0 || at + bytes > end) {
            throw new UndecodableException(Reason.TRUNCATED);
        }
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | in.get(at + i) & 0xff;
        }
        return value;
    }

    private static long ceil(long length, long part) {
        return (length + part - 1) / part;
    }
}
