package org.paperbridge.source;

/** Looks on while a stack is scanned. Called by the scanning thread. */
public interface ScanWatch {

    /** @param files how many are safe so far */
    void kept(int files);

    /** True when somebody wants it to stop; then it ends after the page under way. */
    boolean cancelled();
}
