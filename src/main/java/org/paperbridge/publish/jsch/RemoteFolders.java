package org.paperbridge.publish.jsch;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.util.ArrayList;
import java.util.List;

/** Folders of an SFTP server; paths with slashes. */
final class RemoteFolders {

    private RemoteFolders() {}

    /** Those above it, too. */
    static void makeFolders(ChannelSftp sftp, String folder) throws SftpException {
        for (int slash = folder.indexOf('/', 1); ; slash = folder.indexOf('/', slash + 1)) {
            String part = slash < 0 ? folder : folder.substring(0, slash);
            if (!exists(sftp, part)) {
                sftp.mkdir(part);
            }
            if (slash < 0) {
                return;
            }
        }
    }

    private static boolean exists(ChannelSftp sftp, String path) throws SftpException {
        try {
            sftp.stat(path);
            return true;
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    /** Of what lies in a folder. */
    static List<String> names(ChannelSftp sftp, String folder) throws SftpException {
        List<String> names = new ArrayList<>();
        sftp.ls(folder, entry -> {
            names.add(entry.getFilename());
            return ChannelSftp.LsEntrySelector.CONTINUE;
        });
        names.removeIf(name -> name.equals(".") || name.equals(".."));
        return names;
    }

    /** A folder with all that is in it. */
    static void delete(ChannelSftp sftp, String path) throws SftpException {
        SftpATTRS kind = sftp.lstat(path);
        if (kind.isDir()) {
            for (String name : names(sftp, path)) {
                delete(sftp, path + "/" + name);
            }
            sftp.rmdir(path);
        } else {
            sftp.rm(path);
        }
    }
}
