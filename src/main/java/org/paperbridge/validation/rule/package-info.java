/** Rules over the values of one page. */
@NullMarked
package org.paperbridge.validation.rule;

import org.jspecify.annotations.NullMarked;
