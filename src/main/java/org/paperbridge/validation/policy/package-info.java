/** How sure a reading must be to need no person. */
@NullMarked
package org.paperbridge.validation.policy;

import org.jspecify.annotations.NullMarked;
