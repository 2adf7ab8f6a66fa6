/** Rows of SQLite or PostgreSQL, the same SQL for both. */
@NullMarked
package org.paperbridge.store.sql;

import org.jspecify.annotations.NullMarked;
