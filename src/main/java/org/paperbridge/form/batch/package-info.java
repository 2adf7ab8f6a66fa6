/** Sheets that say where a batch of scanned paper begins and ends, and what it holds. */
@NullMarked
package org.paperbridge.form.batch;

import org.jspecify.annotations.NullMarked;
