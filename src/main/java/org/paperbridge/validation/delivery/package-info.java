/** What became of released records at the systems they go to, and what a person may do about it. */
@NullMarked
package org.paperbridge.validation.delivery;

import org.jspecify.annotations.NullMarked;
