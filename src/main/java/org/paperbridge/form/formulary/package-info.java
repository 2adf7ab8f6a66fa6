/** What the hospital's pharmacy gives out, and the numbers under which people write it. */
@NullMarked
package org.paperbridge.form.formulary;

import org.jspecify.annotations.NullMarked;
