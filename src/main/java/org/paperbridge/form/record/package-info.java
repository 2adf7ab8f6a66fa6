/** Clinical facts released from paper. */
@NullMarked
package org.paperbridge.form.record;

import org.jspecify.annotations.NullMarked;
