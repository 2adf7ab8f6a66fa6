@NullMarked
package org.paperbridge.validation.rule;

import org.jspecify.annotations.NullMarked;
