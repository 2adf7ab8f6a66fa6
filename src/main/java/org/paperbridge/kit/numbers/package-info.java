/** Temporary numbers for people who arrive during a downtime: no two sheets of paper ever carry the same. */
@NullMarked
package org.paperbridge.kit.numbers;

import org.jspecify.annotations.NullMarked;
