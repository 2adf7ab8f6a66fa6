/** What a stack of scanned paper holds, beside what its own first sheet says of it. */
@NullMarked
package org.paperbridge.validation.batch;

import org.jspecify.annotations.NullMarked;
