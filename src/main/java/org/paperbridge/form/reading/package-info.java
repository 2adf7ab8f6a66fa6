/** What was seen in a field, with its evidence. */
@NullMarked
package org.paperbridge.form.reading;

import org.jspecify.annotations.NullMarked;
