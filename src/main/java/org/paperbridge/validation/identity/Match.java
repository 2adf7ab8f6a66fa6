package org.paperbridge.validation.identity;

/** What one witness says about the patient of the page code. */
enum Match {
    AGREES,
    /** Clearly somebody else's: no misreading looks like this. */
    DIFFERS,
    /** Neither: nothing there, or too badly read. It is no evidence for either side. */
    UNCLEAR
}
