package org.paperbridge.source;

import java.util.Locale;

/** Why a stack did not go through, each with something a clerk can do about it. */
public enum ScanTrouble {
    FEEDER_EMPTY,
    PAPER_JAM,
    /** Two sheets went through as one. */
    TWO_SHEETS,
    COVER_OPEN,
    BUSY,
    /** No answer: switched off, another address, no network. */
    UNREACHABLE,
    /** It does not show the certificate we know. */
    NOT_TRUSTED,
    /** It may be used only with a password, or by other users. */
    NOT_ALLOWED,
    /** It cannot scan both sides, though the profile says so. */
    ONE_SIDED,
    /** It cannot do something else the profile asks for. */
    CANNOT,
    CANCELLED,
    /** The connection or the device broke off in the middle. */
    BROKE_OFF,
    /** No room here, or the store does not answer. */
    NOT_KEPT,
    /** scanimage of SANE is not installed here. */
    NO_PROGRAM,
    FAILED;

    /** Stands in words and JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
