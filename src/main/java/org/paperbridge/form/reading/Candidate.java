package org.paperbridge.form.reading;

/**
 * One possible value of a field.
 *
 * @param confidence calibrated probability that this is what was written, 0 to 1
 */
public record Candidate(String value, double confidence) {}
