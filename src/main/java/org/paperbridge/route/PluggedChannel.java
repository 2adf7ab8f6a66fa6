package org.paperbridge.route;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;

/** A channel that another thread can take away from whoever reads it. */
final class PluggedChannel implements SeekableByteChannel {

    private final SeekableByteChannel channel;
    private volatile boolean pulled;

    PluggedChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** The next read fails, and every later one. */
    void pull() {
        pulled = true;
    }

    boolean isPulled() {
        return pulled;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        checkPlugged();
        return channel.read(into);
    }

    @Override
    public long position() throws IOException {
        checkPlugged();
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
        checkPlugged();
        channel.position(to);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        return channel.truncate(size);
    }

    @Override
    public boolean isOpen() {
        return !pulled && channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void checkPlugged() throws ClosedChannelException {
        if (pulled) {
            throw new ClosedChannelException();
        }
    }
}
