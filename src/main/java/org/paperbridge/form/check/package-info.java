/** Check-digit arithmetic, shared by reading (which candidate fits) and validation (does the value fit). */
@NullMarked
package org.paperbridge.form.check;

import org.jspecify.annotations.NullMarked;
