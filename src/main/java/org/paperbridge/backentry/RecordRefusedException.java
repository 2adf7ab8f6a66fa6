package org.paperbridge.backentry;

/** This record cannot be said in the receiver's words without inventing something. */
public final class RecordRefusedException extends RuntimeException {

    private final transient DeliveryReason reason;

    public RecordRefusedException(String code, String fr, String en) {
        super(code);
        this.reason = DeliveryReason.of(code, fr, en);
    }

    public DeliveryReason reason() {
        return reason;
    }
}
