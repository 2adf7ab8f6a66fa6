package org.paperbridge.backentry;

/** @param record id of the record */
public record RecordDelivery(String record, DeliveryResult result) {}
