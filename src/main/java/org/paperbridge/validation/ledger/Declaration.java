package org.paperbridge.validation.ledger;

import java.util.Locale;

/** What a person says became of a page that is not back. A scan that still arrives counts more. */
public enum Declaration {
    /** It was never written on. */
    UNUSED,
    /** It was spoiled and thrown away; what it said is on another sheet. */
    SPOILED,
    /** It was looked for and not found. */
    LOST,
    /** Its contents were keyed into the record by hand. */
    KEYED,
    /** It stays where it belongs, e.g. the pharmacy keeps its copies; nobody has to look for it. */
    FILED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
