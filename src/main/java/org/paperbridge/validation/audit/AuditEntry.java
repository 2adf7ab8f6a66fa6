package org.paperbridge.validation.audit;

import java.time.Instant;
import java.util.Map;

/**
 * Something somebody did.
 *
 * @param sequence from 1, without gaps
 * @param actor account name, {@code policy} or {@code system}
 * @param action e.g. {@code sign-in}, {@code decide}, {@code release}
 * @param subject what it was done to: a task id, a scan, an account; no identity trait
 * @param details no identity trait, no value from a page
 * @param chain keyed SHA-256 over this entry and the chain value before it, hex
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        String chain) {

    public AuditEntry {
        details = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(details));
    }
}
