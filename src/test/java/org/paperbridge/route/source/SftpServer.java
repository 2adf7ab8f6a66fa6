package org.paperbridge.route.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA's SSH server on a folder; its line can be cut in the middle of a file. */
final class SftpServer implements AutoCloseable {

    static final String PASSWORD = "let scans through";

    private final SshServer server;
    private final Path folder;
    private final Path beside;
    /** How often the line is cut after {@link #CUT_AT} bytes of a file. */
    final AtomicInteger cuts = new AtomicInteger();
    /** Times a line was really cut. */
    final AtomicInteger cut = new AtomicInteger();

    private static final long CUT_AT = 100_000;

    SftpServer(Path folder) throws IOException {
        this.beside = folder;
        this.folder = Files.createDirectories(folder.resolve("files"));
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("host.key")));
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Cutter());
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(this.folder));
        server.start();
    }

    Path folder() {
        return folder;
    }

    String port() {
        return Integer.toString(server.getPort());
    }

    /** What a person checked and put into known_hosts. */
    String knownHost() throws Exception {
        KeyPairProvider keys = server.getKeyPairProvider();
        return "[127.0.0.1]:" + port() + " "
                + PublicKeyEntry.toString(keys.loadKeys(null).iterator().next().getPublic()) + "\n";
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(beside.resolve(name), content, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Cutter implements SftpEventListener {
        private final AtomicLong sent = new AtomicLong();

        @Override
        public void read(
                ServerSession session,
                String remote,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength,
                int readLength,
                Throwable thrown) {
            sent.addAndGet(Math.max(0, readLength));
            if (offset > CUT_AT && cuts.get() > 0) {
                cuts.decrementAndGet();
                cut.incrementAndGet();
                session.close(true);
            }
        }
    }
}
