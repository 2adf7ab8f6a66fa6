/** Who may sign in to the reviewer screens. */
@NullMarked
package org.paperbridge.validation.account;

import org.jspecify.annotations.NullMarked;
