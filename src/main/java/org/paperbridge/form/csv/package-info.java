/** Lists as offices write them. */
@NullMarked
package org.paperbridge.form.csv;

import org.jspecify.annotations.NullMarked;
