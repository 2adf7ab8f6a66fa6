/** The shared words between stages: JDK only. */
@NullMarked
package org.paperbridge.form;

import org.jspecify.annotations.NullMarked;
