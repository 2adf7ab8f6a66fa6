package org.paperbridge.store.object;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** Writes {@link ObjectChunks}. Without {@link #finish(String)} what was written does not open. */
final class SealingOutputStream extends OutputStream {

    private final OutputStream out;
    private final SecretKey objects;
    private final byte[] salt = new byte[ObjectChunks.SALT_BYTES];
    private final ObjectChunks chunks;
    private final byte[] plain = new byte[ObjectChunks.PLAIN_BYTES];
    private int filled;
    private long number;

    SealingOutputStream(OutputStream out, SecretKey objects) throws IOException {
        this.out = out;
        this.objects = objects;
        new SecureRandom().nextBytes(salt);
        this.chunks = new ObjectChunks(objects, salt);
        out.write(ObjectChunks.MAGIC);
        out.write(salt);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        int left = length;
        while (left > 0) {
            if (filled == plain.length) {
                out.write(chunks.seal(number++, false, plain, filled));
                filled = 0;
            }
            int part = Math.min(left, plain.length - filled);
            System.arraycopy(bytes, at, plain, filled, part);
            filled += part;
            at += part;
            left -= part;
        }
    }

    /** Writes the last chunk, which may be empty, and the trailer. */
    void finish(String name) throws IOException {
        out.write(chunks.seal(number, true, plain, filled));
        out.write(ObjectChunks.trailer(objects, salt, name));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
