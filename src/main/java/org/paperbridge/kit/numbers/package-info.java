/**
 * Numbers that are given once and for ever: temporary ones for people who arrive during a downtime, and those of the
 * products of the formulary.
 */
@NullMarked
package org.paperbridge.kit.numbers;

import org.jspecify.annotations.NullMarked;
