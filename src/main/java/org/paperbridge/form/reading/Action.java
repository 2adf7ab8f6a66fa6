package org.paperbridge.form.reading;

/** Who has to see a reading before it may be released. */
public enum Action {
    /** Accepted without a person. */
    AUTO,
    /** One person looks at the crop and confirms or corrects. */
    CONFIRM,
    /** Two people key it without seeing the reading. */
    DOUBLE_ENTRY,
    /** Nothing to accept, e.g. a blank optional field. */
    NONE;

    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
