package org.paperbridge.validation.account;

import java.util.List;
import java.util.Optional;

/** Accounts and their passwords. Passwords are kept salted and stretched, never as text. */
public interface Accounts {

    /** The account when the password fits and it is active. Takes as long when the name is unknown. */
    Optional<Account> signIn(String name, char[] password);

    Optional<Account> findAccount(String name);

    /** By name. */
    List<Account> listAccounts();

    /**
     * Adds an account.
     *
     * @throws IllegalArgumentException when the name is taken or the password shorter than 10 characters
     */
    void add(Account account, char[] password);

    /** Changes display name, roles and activity, not the password; throws {@link IllegalArgumentException} when there is none. */
    void change(Account account);

    /** The owner chose a password. */
    void changePassword(String name, char[] password);

    /** Somebody else drew a password, for the owner to choose another with. */
    void renewPassword(String name, char[] password);
}
