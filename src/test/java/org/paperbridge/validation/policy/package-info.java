@NullMarked
package org.paperbridge.validation.policy;

import org.jspecify.annotations.NullMarked;
