package org.paperbridge.form.reading;

/** What was found in a field zone. Only {@code READ} carries a value that may be used without a question. */
public enum FieldState {
    READ,
    BLANK,
    STRUCK_OUT,
    DOUBTFUL,
    UNREADABLE;

    /** The word used in JSON: {@code read}, {@code struck-out}, ... */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
