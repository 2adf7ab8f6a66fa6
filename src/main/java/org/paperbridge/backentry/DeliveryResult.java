package org.paperbridge.backentry;

/** What a destination said to one record. */
public sealed interface DeliveryResult {

    /**
     * The receiver has it, now or from an earlier try.
     *
     * @param receipt the receiver's own name for it: resource address, acknowledged control id, or line
     */
    record Accepted(String receipt) implements DeliveryResult {}

    /** Trying again changes nothing: park it and give a person the reason. */
    record Rejected(DeliveryReason reason) implements DeliveryResult {}

    /** The receiver was not there, too slow, busy, or an earlier record of the stay waits: try later, in order. */
    record Retry(DeliveryReason reason) implements DeliveryResult {}
}
