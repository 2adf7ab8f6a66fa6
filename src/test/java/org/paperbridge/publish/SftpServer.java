package org.paperbridge.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA sshd in this process, with a folder for its user. */
final class SftpServer implements AutoCloseable {

    private final SshServer server;
    private final KeyPair host;
    /** The line breaks when so many files were written; below zero: never. */
    final AtomicInteger breakAfter = new AtomicInteger(-1);

    SftpServer(Path root, PublicKey user, String password) throws IOException {
        try {
            host = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (name, key, session) -> name.equals("kits") && KeyUtils.compareKeys(key, user));
        server.setPasswordAuthenticator((name, word, session) -> name.equals("kits") && word.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(Files.createDirectories(root)));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new SftpEventListener() {
            @Override
            public void open(ServerSession session, String remote, org.apache.sshd.sftp.server.Handle local) {
                if (local instanceof FileHandle && breakAfter.getAndDecrement() == 0) {
                    session.close(true);
                }
            }
        });
        server.setSubsystemFactories(List.of(sftp));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** As {@code ssh-keyscan} writes it. */
    String knownHost() {
        return "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n";
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
