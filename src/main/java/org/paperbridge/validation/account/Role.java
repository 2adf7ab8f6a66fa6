package org.paperbridge.validation.account;

/** What an account may do. */
public enum Role {
    /** Works on the validation queue. */
    REVIEWER,
    /** Sees to what did not arrive at other systems, and follows how the recovery goes. */
    SUPERVISOR,
    /** Reads the audit trail and the situation, decides nothing. */
    AUDITOR,
    /** Manages accounts. */
    ADMINISTRATOR
}
