package org.paperbridge.intake.pdfbox;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.paperbridge.intake.BufferedChannel;

/** A channel as PDFBox reads it. */
final class ChannelRead implements RandomAccessRead {

    private final BufferedChannel channel;
    private long position;

    ChannelRead(BufferedChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        int value = channel.read(position);
        position += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = channel.read(position, into, offset, length);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public void seek(long to) throws IOException {
        if (to < 0) {
            throw new IOException("A place before the file: " + to);
        }
        position = Math.min(to, channel.size());
    }

    @Override
    public long length() {
        return channel.size();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public boolean isEOF() {
        return position >= channel.size();
    }

    @Override
    public RandomAccessReadView createView(long from, long length) {
        return new RandomAccessReadView(this, from, length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
