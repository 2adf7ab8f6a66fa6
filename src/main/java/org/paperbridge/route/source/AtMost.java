package org.paperbridge.route.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends in an error once more bytes came than are allowed, so that nothing of them is kept. */
final class AtMost extends FilterInputStream {

    private long left;

    AtMost(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new TooLargeException();
        }
        return read;
    }
}
