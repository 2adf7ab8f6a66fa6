package org.paperbridge.form.layout;

/** What harm a silently wrong value of a field can do; the risk policy starts from it. */
public enum Criticality {
    LOW,
    MEDIUM,
    /** Doses, drug names, routes, allergies, identity: always seen by a person. */
    HIGH
}
