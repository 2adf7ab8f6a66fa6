package org.paperbridge.validation.situation;

/** Counts the store. */
public interface Situations {

    Situation count();
}
