package org.paperbridge.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Remembers whether reading failed: then the sender broke off, and not our own disk. */
final class Incoming extends FilterInputStream {

    private boolean broke;

    Incoming(InputStream in) {
        super(in);
    }

    boolean broke() {
        return broke;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            broke = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] into, int offset, int size) throws IOException {
        try {
            return super.read(into, offset, size);
        } catch (IOException e) {
            broke = true;
            throw e;
        }
    }
}
