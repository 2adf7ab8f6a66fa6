package org.paperbridge.validation.queue;

/** What a reviewer is asked to do. */
public enum TaskKind {
    /** Compare readings with their crops. */
    CHECK_VALUES,
    /** The page carries no readable code: say which printed page it is, or discard it. */
    NAME_PAGE,
    /** The page is known but could not be located: type in its values from the whole image. */
    TYPE_VALUES,
    /** Forged, foreign, contradictory or printed from an unknown form: look, then discard or name it. */
    EXAMINE_PAGE,
    /** The same printed page was scanned before: keep one. */
    COMPARE_RESCAN,
    /** The whole file could not be read; the original is kept. */
    EXAMINE_FILE;

    /** The word used in JSON and in the database: {@code check-values}, ... */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
