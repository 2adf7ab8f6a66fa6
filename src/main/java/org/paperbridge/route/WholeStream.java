package org.paperbridge.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that must give as many bytes as were announced: a line that was cut looks like the end of a file. */
final class WholeStream extends FilterInputStream {

    private final long length;
    private long came;

    /** @param length -1 when it is not known */
    WholeStream(InputStream in, long length) {
        super(in);
        this.length = length;
    }

    /** Fewer or more bytes came than were announced. */
    static final class CutOffException extends IOException {
        private static final long serialVersionUID = 1L;

        CutOffException(long came, long length) {
            super("Of " + length + " bytes " + came + " came");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int size) throws IOException {
        int read = super.read(into, offset, size);
        came += Math.max(0, read);
        if (length >= 0 && (read < 0 ? came != length : came > length)) {
            throw new CutOffException(came, length);
        }
        return read;
    }
}
