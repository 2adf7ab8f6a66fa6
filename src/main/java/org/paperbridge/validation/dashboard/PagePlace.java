package org.paperbridge.validation.dashboard;

import java.util.Locale;

/** Where a scanned side is. Every side is at exactly one place. */
public enum PagePlace {
    /** Its records are kept and on their way. */
    RELEASED,
    /** It waits to be read or judged, or is about to be released without anybody having to look. */
    IN_THE_MACHINE,
    /** A person has to confirm values, say whose it is, or which of two scans counts. */
    FOR_A_PERSON,
    /** A person has to say what it is, or to type it: without a readable code, beyond recognition, altered. */
    UNRESOLVED,
    /** Another scan speaks for the page. */
    DUPLICATE,
    /** Printed by another hospital. */
    FOREIGN,
    /** Nothing is on it. */
    BLANK,
    /** One of our sheets that hold no form: batch header, trailer, separator. */
    BATCH_SHEET,
    /** A person set it aside, and said why. */
    DISCARDED;

    /** The word used in JSON and for the words on the screen. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
