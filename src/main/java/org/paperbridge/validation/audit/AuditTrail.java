package org.paperbridge.validation.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Append only. */
public interface AuditTrail {

    void append(String actor, String action, String subject, Map<String, String> details);

    /** Newest first. */
    List<AuditEntry> list(long offset, int limit);

    /**
     * What one person did, or what was done to one thing, newest first.
     *
     * @param actor exactly, or anybody
     * @param subject exactly, or anything
     */
    List<AuditEntry> search(Optional<String> actor, Optional<String> subject, long offset, int limit);

    long count();

    /** The sequence of the first entry whose chain does not fit; empty when the whole trail is intact. */
    OptionalLong findBreak();
}
