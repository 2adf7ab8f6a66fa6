/** Rules, risk policy, review tasks and decisions. */
@NullMarked
package org.paperbridge.validation;

import org.jspecify.annotations.NullMarked;
