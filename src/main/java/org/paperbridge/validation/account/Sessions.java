package org.paperbridge.validation.account;

import java.time.Duration;
import java.util.Optional;

/** Who is signed in. Survives a restart; only a hash of the token is kept. */
public interface Sessions {

    /** Opens one; the returned token is the only copy of the secret, for a cookie. */
    String open(Account account, Duration idle);

    /** The running session of a token, with its expiry moved on by {@code idle}. */
    Optional<Session> find(String token, Duration idle);

    void close(String token);

    /** Ends every session of an account, for when its password is no longer trusted. */
    void closeAll(String account);
}
