package org.paperbridge.validation.account;

import java.time.Instant;

/**
 * Somebody is signed in.
 *
 * @param antiForgeryToken to be sent back with every form
 * @param expiresAt moved on by use
 */
public record Session(Account account, String antiForgeryToken, Instant openedAt, Instant expiresAt) {}
