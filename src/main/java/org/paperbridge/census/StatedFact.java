package org.paperbridge.census;

import java.time.Instant;

/**
 * A fact and when its source stated it.
 *
 * @param statedAt recorded time of the message or resource; facts are applied in this order
 */
public record StatedFact(Instant statedAt, CensusFact fact) {}
