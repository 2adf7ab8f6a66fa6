/** Which printed pages came back, and which a unit has to look for. */
@NullMarked
package org.paperbridge.validation.ledger;

import org.jspecify.annotations.NullMarked;
