package org.paperbridge.pagecode;

/** What became of a text decoded from a symbol on a page. */
public sealed interface OpenedCode {

    /** Ours and authentic. */
    record Opened(PageStamp stamp) implements OpenedCode {}

    /** Says it is ours, but was altered or made without our keys. */
    record Forged(String reason) implements OpenedCode {}

    /** A page code of another site, or of a key this ring does not hold. Nothing in it is trusted. */
    record Foreign(int site, int keyId) implements OpenedCode {}

    /** Some other symbol. */
    record NotOurs() implements OpenedCode {}
}
