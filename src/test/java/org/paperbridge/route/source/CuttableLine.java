package org.paperbridge.route.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that breaks after so many bytes from it, so many times; afterwards it holds. */
final class CuttableLine implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;
    private final long after;
    private final AtomicInteger cuts;
    final AtomicInteger cut = new AtomicInteger();

    CuttableLine(int target, long after, int cuts) throws IOException {
        this.target = target;
        this.after = after;
        this.cuts = new AtomicInteger(cuts);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = listener.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> copy(near, far, Long.MAX_VALUE));
                Thread.ofVirtual().start(() -> copy(far, near, cuts.get() > 0 ? after : Long.MAX_VALUE));
            }
        } catch (IOException e) {
            return;
        }
    }

    private void copy(Socket from, Socket to, long most) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] piece = new byte[8192];
            long sent = 0;
            int read = in.read(piece);
            while (read >= 0) {
                out.write(piece, 0, read);
                out.flush();
                sent += read;
                if (sent > most) {
                    cuts.decrementAndGet();
                    cut.incrementAndGet();
                    return;
                }
                read = in.read(piece);
            }
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
