package org.paperbridge.read.tick;

/** What is in a tick box. Only {@code MARKED} and {@code UNMARKED} are answers; the rest go to a person. */
public enum Mark {
    MARKED,
    UNMARKED,
    /** A dot, a corner, a faint stroke, a line that runs through. */
    UNCLEAR,
    /** Filled in so far that it may be a cancelled mark: forms differ, so nobody guesses. */
    CANCELLED
}
