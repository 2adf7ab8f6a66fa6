package org.paperbridge.kit.pdfbox;

import java.io.Closeable;
import java.util.Arrays;
import java.util.zip.Deflater;

/** One deflater for many streams, for its tables take longer to make than a page to deflate. Of one thread. */
final class Deflating implements Closeable {

    private final Deflater deflater = new Deflater();
    private byte[] room = new byte[16 * 1024];

    byte[] deflate(Ink ink) {
        return deflate(ink.bytes(), ink.length());
    }

    byte[] deflate(byte[] data, int length) {
        deflater.reset();
        deflater.setInput(data, 0, length);
        deflater.finish();
        int made = 0;
        while (!deflater.finished()) {
            if (made == room.length) {
                room = Arrays.copyOf(room, 2 * room.length);
            }
            made += deflater.deflate(room, made, room.length - made);
        }
        return Arrays.copyOf(room, made);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
