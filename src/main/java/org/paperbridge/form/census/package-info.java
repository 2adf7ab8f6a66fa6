/** Who is in which bed now: the source of a kit. */
@NullMarked
package org.paperbridge.form.census;

import org.jspecify.annotations.NullMarked;
