package org.paperbridge.store.object;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.paperbridge.store.seal.SealBrokenException;

/** At the end of the stream, the content must be the one its name promises: catches two objects that changed places. */
final class CheckedInputStream extends FilterInputStream {

    private final MessageDigest digest;
    private final String expected;
    private boolean ended;

    CheckedInputStream(InputStream in, MessageDigest digest, String expected) {
        super(in);
        this.digest = digest;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            digest.update(into, offset, read);
        } else if (read < 0 && !ended) {
            ended = true;
            if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
                throw new SealBrokenException("object");
            }
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
