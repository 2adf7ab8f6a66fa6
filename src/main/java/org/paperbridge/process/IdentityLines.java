package org.paperbridge.process;

/** How much of the print in clear is compared with the page code; each line costs 10 to 20 ms of one core. */
public enum IdentityLines {
    /** The patient number and the name, more where these leave a doubt. */
    ALL,
    /** The patient number; more only where it leaves a doubt. */
    NUMBER,
    /** Nothing: stickers and other pages of the form are still compared. */
    NONE
}
