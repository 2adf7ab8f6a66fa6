package org.paperbridge.validation.audit;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Append only. */
public interface AuditTrail {

    void append(String actor, String action, String subject, Map<String, String> details);

    /** Newest first. */
    List<AuditEntry> list(long offset, int limit);

    long count();

    /** The sequence of the first entry whose chain does not fit; empty when the whole trail is intact. */
    OptionalLong findBreak();
}
