package org.paperbridge.route;

/**
 * Who works here.
 *
 * @param name of this process in leases; new at every start, so that a restarted process does not take itself for the
 *     dead one
 * @param workers how many sides are read at the same time
 */
public record Crew(String name, int workers) {}
