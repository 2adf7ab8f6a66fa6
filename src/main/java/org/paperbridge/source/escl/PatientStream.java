package org.paperbridge.source.escl;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Breaks off when nothing came for too long: a device that lost its power says nothing any more, not even goodbye. */
final class PatientStream extends FilterInputStream {

    private final long patience;
    private volatile long last = System.nanoTime();
    private volatile boolean stalled;
    private final Thread watchdog;

    PatientStream(InputStream in, Duration patience) {
        super(in);
        this.patience = patience.toNanos();
        this.watchdog = Thread.ofVirtual().start(this::watch);
    }

    private void watch() {
        try {
            long left = patience;
            while (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
                left = last + patience - System.nanoTime();
            }
            stalled = true;
            in.close();
        } catch (InterruptedException e) {
            // the page is through
            return;
        } catch (IOException e) {
            // it is broken already
            return;
        }
    }

    @Override
    public int read() throws IOException {
        return noted(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return noted(super.read(into, offset, length));
    }

    private int noted(int result) throws IOException {
        if (stalled) {
            throw new IOException("The scanner fell silent");
        }
        last = System.nanoTime();
        return result;
    }

    @Override
    public void close() throws IOException {
        watchdog.interrupt();
        super.close();
    }
}
