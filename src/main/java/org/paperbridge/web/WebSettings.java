package org.paperbridge.web;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How the screens run.
 *
 * @param address to listen on; {@code 127.0.0.1} for this machine only
 * @param port TCP; 0 takes a free one
 * @param home where the one-time password of the first account is written
 * @param zone ward time, for times on the screen
 * @param idle a session ends this long after its last use
 * @param lease a page is one reviewer's for this long after it was last touched
 * @param secureCookies false only where browsers reach this server by plain HTTP on another machine
 */
public record WebSettings(
        String address, int port, Path home, ZoneId zone, Duration idle, Duration lease, boolean secureCookies) {

    /** This machine only, sessions of 30 minutes, pages held for 15. */
    public static WebSettings local(int port, Path home, ZoneId zone) {
        return new WebSettings("127.0.0.1", port, home, zone, Duration.ofMinutes(30), Duration.ofMinutes(15), true);
    }
}
