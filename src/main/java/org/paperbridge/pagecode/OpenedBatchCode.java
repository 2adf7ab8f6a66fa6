package org.paperbridge.pagecode;

import org.paperbridge.form.batch.BatchLabel;

/** What became of a text decoded from a symbol that may be on a batch sheet. */
public sealed interface OpenedBatchCode {

    /** Ours and authentic: the first sheet of a batch. */
    record Header(BatchLabel label) implements OpenedBatchCode {}

    /** Ours and authentic: the last sheet of a batch. */
    record Trailer(BatchLabel label) implements OpenedBatchCode {}

    /** Says it is ours, but was altered or made without our keys. */
    record Forged(String reason) implements OpenedBatchCode {}

    /** A batch sheet of another site, or of a key this ring does not hold. Nothing in it is trusted. */
    record Foreign(int site, int keyId) implements OpenedBatchCode {}

    /** Some other symbol. */
    record NotOurs() implements OpenedBatchCode {}
}
