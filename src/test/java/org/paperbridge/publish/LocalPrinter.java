package org.paperbridge.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.paperbridge.FreePort;

/**
 * CUPS' {@code ippeveprinter}: an IPP Everywhere printer whose paper is files. It announces itself through Avahi on the
 * system's D-Bus; here it gets a bus of its own on which nobody listens.
 */
final class LocalPrinter implements AutoCloseable {

    static final String MISSING = "ippeveprinter or dbus-daemon is missing: apt-get install cups-ipp-utils dbus-daemon";

    private final Path spool;
    /** What each job asked for, as environment variables, under the name of its paper. */
    private final Path asked;

    private final Path keys;
    private final Process bus;
    private final Process printer;
    private final int port;

    LocalPrinter(Path folder, String formats, boolean duplex) throws IOException {
        spool = Files.createDirectories(folder.resolve("spool"));
        asked = Files.createDirectories(folder.resolve("asked"));
        keys = Files.createDirectories(folder.resolve("keys"));
        Path socket = folder.resolve("bus");
        bus = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--address=unix:path=" + socket)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("bus.log").toFile())
                .start();
        await(() -> Files.exists(socket));
        port = FreePort.pick();
        List<String> command = new ArrayList<>(List.of("ippeveprinter", "-k", "-r", "off", "-n", "localhost"));
        command.addAll(List.of("-p", String.valueOf(port), "-d", spool.toString(), "-K", keys.toString()));
        // Without a command it pretends to work for some seconds; this one writes down what the job asked for.
        Path script = Files.writeString(
                folder.resolve("print"), "#!/bin/sh\nenv | grep ^IPP_ > \"" + asked + "/$(basename \"$1\")\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("No script can be made here");
        }
        command.addAll(List.of("-f", formats, "-c", script.toString()));
        if (duplex) {
            command.add("-2");
        }
        command.add("Ward");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printer.log").toFile());
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
        printer = builder.start();
        await(this::answers);
    }

    static boolean isInstalled() {
        return Stream.of("ippeveprinter", "dbus-daemon")
                .allMatch(name -> Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
    }

    URI address(String scheme) {
        return URI.create(scheme + "://localhost:" + port + "/ipp/print");
    }

    /** What came in, as files, by job number. */
    List<Path> paper() throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return files.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** What the jobs asked for, by job number. */
    List<String> asked() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(asked)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    Path certificate() {
        return keys.resolve("localhost.crt");
    }

    /** A hand at both trays, as the printer's own web page does it. */
    void fillTrays(String media, boolean full) throws IOException, InterruptedException {
        URI page = URI.create("http://localhost:" + port + "/media?size1=" + media + "&type1=stationery&level1="
                + (full ? 250 : 0) + "&size3=" + media + "&type3=stationery&level3=" + (full ? 25 : 0));
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not start in 30 s");
            }
            Thread.yield();
        }
    }

    @Override
    public void close() {
        printer.destroy();
        bus.destroy();
    }
}
