package org.paperbridge.backentry.hapi;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.paperbridge.backentry.Destination;

/**
 * One TCP connection with MLLP framing, opened when needed.
 *
 * <p>After any failure the connection is dropped: an answer that comes too late must never be taken for the answer to
 * the next message.
 */
final class MllpConnection implements AutoCloseable {

    private static final int START = 0x0b;
    private static final int END = 0x1c;
    private static final int MAX_ANSWER = 1 << 20;

    private final Destination.Hl7v2 destination;
    private Socket socket = new Socket();

    MllpConnection(Destination.Hl7v2 destination) {
        this.destination = destination;
    }

    /** Sends one message and waits for its answer; a connection that went stale meanwhile is opened once more. */
    byte[] exchange(byte[] message) throws IOException {
        boolean fresh = !socket.isConnected() || socket.isClosed();
        try {
            return once(message);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            if (fresh) {
                throw e;
            }
            return once(message);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // already gone, which is what was wanted
        }
    }

    private byte[] once(byte[] message) throws IOException {
        try {
            if (!socket.isConnected() || socket.isClosed()) {
                socket = open();
            }
            OutputStream out = socket.getOutputStream();
            ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 3);
            frame.write(START);
            frame.writeBytes(message);
            frame.write(END);
            frame.write('\r');
            frame.writeTo(out);
            out.flush();
            return answer(socket.getInputStream());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private byte[] answer(InputStream in) throws IOException {
        long deadline = System.nanoTime() + destination.timeout().toNanos();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        boolean started = false;
        while (answer.size() < MAX_ANSWER) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("no whole answer in time");
            }
            socket.setSoTimeout((int) left);
            int next = in.read();
            if (next < 0) {
                throw new EOFException("closed before the answer was whole");
            }
            if (next == START) {
                started = true;
                answer.reset();
            } else if (next == END && started) {
                return answer.toByteArray();
            } else if (started) {
                answer.write(next);
            }
        }
        throw new IOException("answer without end");
    }

    private Socket open() throws IOException {
        int timeout = (int) destination.timeout().toMillis();
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(destination.host(), destination.port()), timeout);
        plain.setTcpNoDelay(true);
        if (!destination.tls()) {
            return plain;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(plain, destination.host(), destination.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.setSoTimeout(timeout);
        secure.startHandshake();
        return secure;
    }
}
