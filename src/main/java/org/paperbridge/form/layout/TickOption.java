package org.paperbridge.form.layout;

/**
 * One box of a tick field.
 *
 * @param value what a mark in it means, as written to records
 * @param box the printed box, outer edge of its frame, mm
 */
public record TickOption(String value, PageBox box) {}
