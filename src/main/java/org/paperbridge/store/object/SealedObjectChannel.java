package org.paperbridge.store.object;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import org.paperbridge.store.seal.SealBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@link ObjectChunks} at any place without holding more than a few of them. A chunk's bytes are handed out only
 * after its tag was checked, and none before the trailer said that this is the object of that name. Not shared between
 * threads.
 */
final class SealedObjectChannel implements SeekableByteChannel {

    private static final Logger LOG = LoggerFactory.getLogger(SealedObjectChannel.class);
    private static final int SEALED_BYTES = ObjectChunks.PLAIN_BYTES + ObjectChunks.TAG_BYTES;
    private static final int HEAD_BYTES = ObjectChunks.MAGIC.length + ObjectChunks.SALT_BYTES;
    private static final int KEPT_CHUNKS = 8;

    private final FileChannel file;
    private final String name;
    private final ObjectChunks chunks;
    private final long body;
    private final long count;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > KEPT_CHUNKS;
        }
    };
    private long position;

    /**
     * Checks head and trailer.
     *
     * @param file closed with this channel, or by the caller when this throws
     * @param name SHA-256 of the content, hex
     * @throws SealBrokenException when this is not the object of that name, or its end is missing
     */
    SealedObjectChannel(FileChannel file, SecretKey objects, String name) throws IOException {
        this.file = file;
        this.name = name;
        this.body = file.size() - HEAD_BYTES - ObjectChunks.TRAILER_BYTES;
        this.count = Math.ceilDiv(body, SEALED_BYTES);
        byte[] magic = new byte[ObjectChunks.MAGIC.length];
        byte[] salt = new byte[ObjectChunks.SALT_BYTES];
        byte[] trailer = new byte[ObjectChunks.TRAILER_BYTES];
        if (body < ObjectChunks.TAG_BYTES) {
            throw broken();
        }
        fill(0, magic);
        fill(magic.length, salt);
        fill(HEAD_BYTES + body, trailer);
        if (!Arrays.equals(magic, ObjectChunks.MAGIC)
                || !MessageDigest.isEqual(trailer, ObjectChunks.trailer(objects, salt, name))) {
            throw broken();
        }
        this.chunks = new ObjectChunks(objects, salt);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
        if (position >= size()) {
            return -1;
        }
        byte[] plain = chunk(position / ObjectChunks.PLAIN_BYTES);
        int at = (int) (position % ObjectChunks.PLAIN_BYTES);
        int part = Math.min(into.remaining(), plain.length - at);
        into.put(plain, at, part);
        position += part;
        return part;
    }

    private byte[] chunk(long number) throws IOException {
        byte[] known = kept.get(number);
        if (known != null) {
            return known;
        }
        boolean last = number == count - 1;
        byte[] sealed = new byte[last ? (int) (body - number * SEALED_BYTES) : SEALED_BYTES];
        fill(HEAD_BYTES + number * SEALED_BYTES, sealed);
        try {
            byte[] plain = chunks.open(number, last, sealed, sealed.length);
            kept.put(number, plain);
            return plain;
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    private void fill(long from, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("The object ends early");
            }
        }
    }

    private SealBrokenException broken() {
        LOG.error("Object {} does not open: it was altered, or changed its place", name.substring(0, 12));
        return new SealBrokenException("object");
    }

    private SealBrokenException broken(GeneralSecurityException cause) {
        LOG.error("Object {} does not open: it was altered", name.substring(0, 12));
        return new SealBrokenException("object", cause);
    }

    @Override
    public long size() {
        return body - count * ObjectChunks.TAG_BYTES;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        kept.clear();
        file.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }
}
