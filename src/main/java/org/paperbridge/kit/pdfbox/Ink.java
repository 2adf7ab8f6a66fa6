package org.paperbridge.kit.pdfbox;

import java.util.Arrays;

/** The drawing operators of one page (ISO 32000-1, annex A) as they are appended. Lengths in points. */
final class Ink {

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[16 * 1024];
    private int length;
    /** As it was last set; the page begins black. */
    private double grey;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** @param value 0 black to 1 white, for areas and text */
    void grey(double value) {
        if (value != grey) {
            grey = value;
            number(value).word("g\n");
        }
    }

    void strokeGrey(double value) {
        number(value).word("G\n");
    }

    void lineWidth(double width) {
        number(width).word("w\n");
    }

    void rectangle(double x, double y, double width, double height) {
        number(x).number(y).number(width).number(height).word("re\n");
    }

    void fill() {
        word("f\n");
    }

    void stroke() {
        word("S\n");
    }

    void line(double fromX, double fromY, double toX, double toY) {
        number(fromX).number(fromY).word("m\n");
        number(toX).number(toY).word("l S\n");
    }

    /** Draws a form XObject of the page's resources. */
    void draw(String name) {
        word("/").word(name).word(" Do\n");
    }

    void text(double x, double y, double size, Iterable<PrintFonts.Run> runs) {
        word("BT\n").number(x).number(y).word("Td\n");
        for (PrintFonts.Run run : runs) {
            word("/").word(run.font().name()).word(" ").number(size).word("Tf\n<");
            for (int glyph : run.glyphs()) {
                for (int shift = 12; shift >= 0; shift -= 4) {
                    put(HEX[glyph >> shift & 15]);
                }
            }
            word("> Tj\n");
        }
        word("ET\n");
    }

    /**
     * Until {@link #back}, one unit is as given and counts from the given point, down the page: what is a grid is then
     * written in small whole numbers.
     */
    void grid(double left, double top, double across, double down) {
        word("q ");
        number(across, 6).word("0 0 ").number(-down, 6).number(left).number(top).word("cm\n");
    }

    void cells(int column, int row, int columns) {
        whole(column);
        whole(row);
        whole(columns);
        word("1 re\n");
    }

    void back() {
        word("Q\n");
    }

    private void whole(long value) {
        digits(value);
        put((byte) ' ');
    }

    /** A thousandth of a point is a third of a micrometre. */
    private Ink number(double value) {
        return number(value, 3);
    }

    private Ink number(double value, int decimals) {
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long rounded = Math.round(value * scale);
        if (rounded < 0) {
            put((byte) '-');
            rounded = -rounded;
        }
        digits(rounded / scale);
        long fraction = rounded % scale;
        if (fraction > 0) {
            put((byte) '.');
            for (long place = scale / 10; fraction > 0; place /= 10) {
                put((byte) ('0' + fraction / place));
                fraction %= place;
            }
        }
        put((byte) ' ');
        return this;
    }

    private void digits(long value) {
        if (value >= 10) {
            digits(value / 10);
        }
        put((byte) ('0' + value % 10));
    }

    private Ink word(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put((byte) ascii.charAt(i));
        }
        return this;
    }

    private void put(byte value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = value;
    }
}
