package org.paperbridge.form.formulary;

/** What a written line says beside a product. */
public enum NameMatch {
    /** Its name, and nothing against it. */
    SAME,
    /** Its name and further words that belong to no product known here: perhaps a combination, perhaps a remark. */
    MORE,
    /** Its name in another strength. */
    STRENGTH,
    /** Another drug, or nothing that is known. */
    OTHER
}
