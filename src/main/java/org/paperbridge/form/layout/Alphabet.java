package org.paperbridge.form.layout;

/** Which characters the cells of a comb field may hold, and the grammar over the whole field. */
public enum Alphabet {
    DIGITS,
    LETTERS,
    ALPHANUMERIC,
    /** Eight digits DDMMYYYY; separators are preprinted. */
    DATE,
    /** Four digits HHMM; the colon is preprinted. */
    TIME,
    /** Digits with a preprinted decimal comma, its place given by the mask. */
    DECIMAL
}
