package org.paperbridge.publish.jsch;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.publish.KitEntry;
import org.paperbridge.publish.PublishException;
import org.paperbridge.publish.Said;
import org.paperbridge.publish.SignedKit;
import org.paperbridge.publish.Target;

/**
 * A folder of an SFTP server. Each kit is a folder of its own, named by when it was built: it is uploaded under a hidden
 * name and appears by one rename, so that whoever looks sees whole kits only.
 *
 * @param folder on the server; made when it is not there
 * @param knownHosts OpenSSH file with the server's key; a server that is not in it gets nothing
 * @param password file whose first line is the password; used when there is no key, or the key is refused
 * @param keep kits that stay, the new one counted
 * @param unsealed PDFs that open without a password may go there
 */
public record SftpTarget(
        String host,
        int port,
        String user,
        String folder,
        Path knownHosts,
        Optional<Path> key,
        Optional<Path> password,
        int keep,
        boolean unsealed)
        implements Target {

    private static final int CONNECT_MS = 15_000;
    private static final int SILENCE_MS = 60_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Override
    public Said publish(SignedKit kit) throws PublishException {
        kit.refuseUnsealed(unsealed);
        Session session = connect();
        try {
            ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
            sftp.connect(CONNECT_MS);
            return upload(kit, sftp);
        } catch (JSchException | SftpException | IOException e) {
            throw new PublishException(
                    new Said(
                            "Le serveur SFTP a refusé ou la liaison s'est rompue : " + why(e)
                                    + ". Les kits déjà là sont entiers.",
                            "The SFTP server refused or the line broke: " + why(e)
                                    + ". The kits already there are whole."),
                    e);
        } finally {
            session.disconnect();
        }
    }

    private Said upload(SignedKit kit, ChannelSftp sftp) throws SftpException, IOException, PublishException {
        RemoteFolders.makeFolders(sftp, folder);
        String prefix = "kit-" + kit.site() + "-";
        String name = prefix + TIME.format(kit.builtAt()) + "-" + kit.id();
        List<String> there = RemoteFolders.names(sftp, folder);
        if (!there.contains(name)) {
            for (String half : there) {
                if (half.startsWith("." + prefix) && half.endsWith(".part")) {
                    RemoteFolders.delete(sftp, folder + "/" + half);
                }
            }
            String part = folder + "/." + name + ".part";
            send(kit, sftp, part);
            sftp.rename(part, folder + "/" + name);
        }
        List<String> kits = RemoteFolders.names(sftp, folder).stream()
                .filter(n -> n.matches(prefix + "\\d{4}-\\d{2}-\\d{2}T\\d{6}Z-[0-9a-f]{16}"))
                .sorted()
                .toList();
        for (String old : kits.subList(0, Math.max(0, kits.size() - keep))) {
            RemoteFolders.delete(sftp, folder + "/" + old);
        }
        return new Said(
                "Envoyé sous " + name + " ; " + Math.min(keep, kits.size()) + " kit(s) gardé(s).",
                "Sent as " + name + "; " + Math.min(keep, kits.size()) + " kit(s) kept.");
    }

    private static void send(SignedKit kit, ChannelSftp sftp, String part)
            throws SftpException, IOException, PublishException {
        sftp.mkdir(part);
        Set<String> made = new HashSet<>();
        for (KitEntry entry : kit.files()) {
            String path = entry.path();
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                if (made.add(path.substring(0, slash))) {
                    sftp.mkdir(part + "/" + path.substring(0, slash));
                }
            }
            put(sftp, kit.readWhole(entry), part + "/" + path);
        }
        for (String name : List.of(KitFolder.MANIFEST, KitCheck.SIGNATURE, KitCheck.README)) {
            put(sftp, Files.readAllBytes(kit.folder().resolve(name)), part + "/" + name);
        }
    }

    /** SSH itself guards what is on the way; the size tells a server that ran out of room without saying so. */
    private static void put(ChannelSftp sftp, byte[] bytes, String to)
            throws SftpException, IOException, PublishException {
        try (InputStream in = new java.io.ByteArrayInputStream(bytes)) {
            sftp.put(in, to);
        }
        if (sftp.stat(to).getSize() != bytes.length) {
            throw new PublishException(
                    "Le serveur n'a pas gardé un fichier en entier : place, quota ?",
                    "The server did not keep a file whole: room, quota?");
        }
    }

    private Session connect() throws PublishException {
        try {
            JSch ssh = new JSch();
            ssh.setKnownHosts(knownHosts.toString());
            if (key.isPresent()) {
                ssh.addIdentity(key.get().toString());
            }
            Session session = ssh.getSession(user, host, port);
            session.setConfig("StrictHostKeyChecking", "yes");
            session.setConfig("PreferredAuthentications", "publickey,password");
            session.setServerAliveInterval(SILENCE_MS / 4);
            if (password.isPresent()) {
                session.setPassword(Files.readString(password.get())
                        .lines()
                        .findFirst()
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8));
            }
            session.connect(CONNECT_MS);
            session.setTimeout(SILENCE_MS);
            return session;
        } catch (JSchUnknownHostKeyException e) {
            throw new PublishException(
                    new Said(
                            "Serveur inconnu : sa clé n'est pas dans known-hosts. Vérifiez l'empreinte, puis ajoutez la ligne de ssh-keyscan.",
                            "Unknown server: its key is not in known-hosts. Check the fingerprint, then add the line of ssh-keyscan."),
                    e);
        } catch (JSchChangedHostKeyException e) {
            throw new PublishException(
                    new Said(
                            "La clé du serveur a CHANGÉ : un autre se fait peut-être passer pour lui. Rien n'a été envoyé.",
                            "The server's key has CHANGED: another may pose as it. Nothing was sent."),
                    e);
        } catch (JSchException e) {
            boolean refused = String.valueOf(e.getMessage()).contains("Auth");
            throw new PublishException(
                    refused
                            ? new Said(
                                    "Le serveur refuse ce compte : clé ou mot de passe.",
                                    "The server refuses this account: key or password.")
                            : new Said(
                                    "Le serveur SFTP n'est pas joignable : " + why(e) + ".",
                                    "The SFTP server cannot be reached: " + why(e) + "."),
                    e);
        } catch (IOException e) {
            throw new PublishException(
                    new Said("Le fichier du mot de passe ne peut pas être lu.", "The password file cannot be read."),
                    e);
        }
    }

    /** Which kind of failure; messages of servers may quote anything. */
    private static String why(Exception e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SftpException sftp
                ? status(sftp.id)
                : root.getClass().getSimpleName();
    }

    private static String status(int id) {
        return switch (id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> "no such file";
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> "permission denied";
            case ChannelSftp.SSH_FX_OP_UNSUPPORTED -> "operation unsupported";
            default -> "SFTP status " + id;
        };
    }
}
