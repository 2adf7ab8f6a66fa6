package org.paperbridge.intake.opencv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * How a JPEG's dots lie in the file, as its EXIF part says. Turned pages are read as they are; mirror writing is not, so
 * only whether the file is mirrored counts.
 */
final class ExifOrientation {

    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    private static final int ORIENTATION = 0x0112;
    private static final Set<Integer> MIRRORED = Set.of(2, 4, 5, 7);
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /** False where nothing is said, or nothing that can be understood. */
    static boolean isMirrored(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        int at = 2;
        while (at + 4 <= content.length) {
            int marker = Short.toUnsignedInt(in.getShort(at));
            int length = Short.toUnsignedInt(in.getShort(at + 2));
            if (marker < 0xff00 || marker == START_OF_SCAN || length < 2) {
                return false;
            }
            if (marker == APP1 && at + 10 <= content.length && in.getInt(at + 4) == EXIF) {
                int from = at + 10;
                int end = Math.min(content.length, at + 2 + length);
                return from < end && MIRRORED.contains(orientation(in.slice(from, end - from)));
            }
            at += 2 + length;
        }
        return false;
    }

    /** Of a TIFF directory; 1 where it says none. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 10) {
            return 1;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (entry + ENTRY_BYTES > tiff.limit()) {
                return 1;
            }
            if (Short.toUnsignedInt(tiff.getShort((int) entry)) == ORIENTATION) {
                return Short.toUnsignedInt(tiff.getShort((int) entry + 8));
            }
        }
        return 1;
    }
}
