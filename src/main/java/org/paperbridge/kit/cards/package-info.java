/** Cards of paper that keep the site's keys. */
@NullMarked
package org.paperbridge.kit.cards;

import org.jspecify.annotations.NullMarked;
