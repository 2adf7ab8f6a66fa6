package org.paperbridge.form.census;

/**
 * A ward.
 *
 * @param code e.g. {@code CARD}
 * @param name as printed
 */
public record Unit(String code, String name) {}
