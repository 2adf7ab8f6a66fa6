package org.paperbridge.intake.imageio;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import org.paperbridge.intake.BufferedChannel;

/** A channel as image readers read it. */
final class ChannelImageInput extends ImageInputStreamImpl {

    private final BufferedChannel channel;

    ChannelImageInput(BufferedChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        int value = channel.read(streamPos);
        streamPos += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        bitOffset = 0;
        int read = channel.read(streamPos, into, offset, length);
        streamPos += Math.max(0, read);
        return read;
    }

    @Override
    public long length() {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        super.close();
        channel.close();
    }
}
