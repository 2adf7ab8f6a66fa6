package org.paperbridge.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/** A window over a channel, for readers that ask byte by byte. Not shared between threads. */
public final class BufferedChannel implements AutoCloseable {

    private final SeekableByteChannel channel;
    private final byte[] window = new byte[1 << 14];
    private final long size;
    private long from;
    private int filled;

    public BufferedChannel(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    public long size() {
        return size;
    }

    /** The byte at a place, 0 to 255; -1 at the end. */
    public int read(long at) throws IOException {
        return cover(at) ? window[(int) (at - from)] & 0xff : -1;
    }

    /** How many bytes were read from a place; -1 at the end. */
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!cover(at)) {
            return -1;
        }
        int start = (int) (at - from);
        int part = Math.min(length, filled - start);
        System.arraycopy(window, start, into, offset, part);
        return part;
    }

    private boolean cover(long at) throws IOException {
        if (!channel.isOpen()) {
            // taken away, even from a reader that runs in circles within the window
            throw new ClosedChannelException();
        }
        if (at >= from && at < from + filled) {
            return true;
        }
        if (at < 0 || at >= size) {
            return false;
        }
        channel.position(at);
        ByteBuffer buffer = ByteBuffer.wrap(window);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
        from = at;
        filled = buffer.position();
        return filled > 0;
    }

    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
