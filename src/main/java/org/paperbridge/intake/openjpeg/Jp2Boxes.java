package org.paperbridge.intake.openjpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/**
 * The boxes around a code stream (ISO/IEC 15444-1 annex I), of which a bare code stream has none.
 *
 * @param codeStream where it begins, bytes from the start of the file
 * @param end where it ends at the latest
 * @param dpi 0 when the file states none
 * @param greyFirst whether the first component is the brightness and the others are only hues
 */
record Jp2Boxes(int codeStream, int end, double dpi, boolean greyFirst) {

    private static final int SIGNATURE = box("jP  ");
    private static final int HEADER = box("jp2h");
    private static final int RESOLUTION = box("res ");
    private static final int CAPTURED = box("resc");
    private static final int DISPLAYED = box("resd");
    private static final int COLOUR = box("colr");
    private static final int PALETTE = box("pclr");
    private static final int CODE_STREAM = box("jp2c");

    private static final int CMYK = 12;
    /** sYCC, CIELab, e-sYCC. */
    private static final Set<Integer> BRIGHTNESS_AND_HUES = Set.of(18, 14, 24);

    private static final double METRES_PER_INCH = 0.0254;
    private static final double LEAST_DPI = 50;
    private static final double MOST_DPI = 2400;

    /** @throws UndecodableException when there is no code stream, or its colours are looked up in a table */
    static Jp2Boxes of(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (content.length < 12 || in.getInt(4) != SIGNATURE) {
            return new Jp2Boxes(0, content.length, 0, false);
        }
        Jp2Boxes header = new Jp2Boxes(0, 0, 0, false);
        int at = 0;
        while (at + 8 <= content.length) {
            Box box = next(in, at, content.length);
            if (box.kind == CODE_STREAM) {
                return new Jp2Boxes(box.from, box.to, header.dpi, header.greyFirst);
            }
            if (box.kind == HEADER) {
                header = header(in, box);
            }
            at = box.to;
        }
        throw new UndecodableException(Reason.TRUNCATED);
    }

    /** A box's content, without its head. */
    private record Box(int kind, int from, int to) {}

    /** Of boxes that say they go on beyond what holds them, only the code stream, cut off, is looked into. */
    private static Box next(ByteBuffer in, int at, int end) {
        int kind = in.getInt(at + 4);
        long length = Integer.toUnsignedLong(in.getInt(at));
        int head = 8;
        if (length == 1 && at + 16 <= end) {
            length = in.getLong(at + 8);
            head = 16;
        } else if (length == 0) {
            length = end - at;
        }
        if (length < head || (length > end - at && kind != CODE_STREAM)) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        return new Box(kind, at + head, (int) Math.min(end, at + length));
    }

    private static Jp2Boxes header(ByteBuffer in, Box header) {
        double dpi = 0;
        int colours = 0;
        for (int at = header.from; at + 8 <= header.to; ) {
            Box box = next(in, at, header.to);
            if (box.kind == COLOUR && box.to - box.from >= 7 && in.get(box.from) == 1) {
                colours = in.getInt(box.from + 3);
            }
            if (box.kind == PALETTE || colours == CMYK) {
                throw new UndecodableException(Reason.JPEG_2000);
            }
            if (box.kind == RESOLUTION) {
                dpi = resolution(in, box);
            }
            at = box.to;
        }
        return new Jp2Boxes(0, 0, dpi, BRIGHTNESS_AND_HUES.contains(colours));
    }

    /** What the scanner says it scanned with counts before what a screen should show it with. */
    private static double resolution(ByteBuffer in, Box resolution) {
        double captured = 0;
        double displayed = 0;
        for (int at = resolution.from; at + 8 <= resolution.to; ) {
            Box box = next(in, at, resolution.to);
            if (box.to - box.from >= 10) {
                double dpi = across(in, box.from);
                captured = box.kind == CAPTURED ? dpi : captured;
                displayed = box.kind == DISPLAYED ? dpi : displayed;
            }
            at = box.to;
        }
        return captured > 0 ? captured : displayed;
    }

    /** Numerator and denominator down, then across, then both exponents: dots per metre. */
    private static double across(ByteBuffer in, int at) {
        double numerator = Short.toUnsignedInt(in.getShort(at + 4));
        double denominator = Short.toUnsignedInt(in.getShort(at + 6));
        double dpi = denominator == 0 ? 0 : numerator / denominator * Math.pow(10, in.get(at + 9)) * METRES_PER_INCH;
        return dpi >= LEAST_DPI && dpi <= MOST_DPI ? dpi : 0;
    }

    private static int box(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
