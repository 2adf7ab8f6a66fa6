package org.paperbridge.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.paperbridge.store.seal.SealBrokenException;

/** Reads {@link ObjectChunks}; a chunk's bytes are handed out only after its tag was checked. */
final class OpeningInputStream extends InputStream {

    private static final int SEALED_BYTES = ObjectChunks.PLAIN_BYTES + ObjectChunks.TAG_BYTES;

    private final InputStream in;
    private final ObjectChunks chunks;
    private byte[] ahead;
    private byte[] plain = new byte[0];
    private int at;
    private long number;
    private boolean ended;

    OpeningInputStream(InputStream in, SecretKey objects) throws IOException {
        this.in = in;
        byte[] magic = in.readNBytes(ObjectChunks.MAGIC.length);
        byte[] salt = in.readNBytes(ObjectChunks.SALT_BYTES);
        if (!Arrays.equals(magic, ObjectChunks.MAGIC) || salt.length != ObjectChunks.SALT_BYTES) {
            throw new SealBrokenException("object");
        }
        this.chunks = new ObjectChunks(objects, salt);
        this.ahead = in.readNBytes(SEALED_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (at == plain.length) {
            if (ended) {
                return -1;
            }
            nextChunk();
        }
        int part = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, into, offset, part);
        at += part;
        return part;
    }

    private void nextChunk() throws IOException {
        byte[] sealed = ahead;
        ahead = sealed.length == SEALED_BYTES ? in.readNBytes(SEALED_BYTES) : new byte[0];
        ended = ahead.length == 0;
        try {
            plain = chunks.open(number++, ended, sealed, sealed.length);
            at = 0;
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException("object", e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
