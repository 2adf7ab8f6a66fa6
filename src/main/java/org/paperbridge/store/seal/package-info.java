/** What keeps patient values unreadable in the database. */
@NullMarked
package org.paperbridge.store.seal;

import org.jspecify.annotations.NullMarked;
