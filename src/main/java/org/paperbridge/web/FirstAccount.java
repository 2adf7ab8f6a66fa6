package org.paperbridge.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Accounts;
import org.paperbridge.validation.account.Role;

/**
 * The account that a new installation starts with. Its password is drawn by chance and lies in a file only this user
 * can read; as long as the file is there, the account can do nothing but choose its own password.
 */
final class FirstAccount {

    static final String NAME = "admin";
    static final String FILE = "first-password.txt";

    /** Without characters that look alike. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final Accounts accounts;
    private final Path file;

    FirstAccount(Accounts accounts, Path home) {
        this.accounts = accounts;
        this.file = home.resolve(FILE);
    }

    /** Makes the account when there is none at all. */
    void createIfNeeded(RandomGenerator random) throws IOException {
        if (!accounts.listAccounts().isEmpty()) {
            return;
        }
        String password = OneTimePassword.draw(random, LETTERS, LENGTH, GROUP);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, password + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        accounts.add(
                new Account(NAME, "Administration", Set.of(Role.ADMINISTRATOR, Role.SUPERVISOR, Role.REVIEWER), true),
                password.toCharArray());
    }

    Path file() {
        return file;
    }

    boolean mustChangePassword(Account account) {
        return account.name().equals(NAME) && Files.exists(file);
    }

    void passwordChanged(Account account) throws IOException {
        if (account.name().equals(NAME)) {
            Files.deleteIfExists(file);
        }
    }
}
