package org.paperbridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * A port for a server that must be told its number before it listens. It lies below the range from which systems give
 * ports to outgoing connections (from 32768 on Linux, 49152 elsewhere), so no client of another test takes it in between.
 */
public final class FreePort {

    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private FreePort() {}

    /** A port that nobody listens on now, on any address of this machine. */
    public static int pick() {
        while (true) {
            int port = FIRST + RandomGenerator.getDefault().nextInt(COUNT);
            if (opens(port, null) && opens(port, InetAddress.getLoopbackAddress())) {
                return port;
            }
        }
    }

    private static boolean opens(int port, @org.jspecify.annotations.Nullable InetAddress address) {
        try (ServerSocket probe = new ServerSocket(port, 1, address)) {
            return probe.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
