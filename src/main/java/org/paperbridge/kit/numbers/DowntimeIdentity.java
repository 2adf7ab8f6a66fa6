package org.paperbridge.kit.numbers;

/**
 * The numbers of one person who arrives during a downtime, until the hospital system gives real ones (merge A40).
 *
 * @param patient temporary patient number, check digits included
 * @param stay temporary visit number, check digits included
 */
public record DowntimeIdentity(String patient, String stay) {}
