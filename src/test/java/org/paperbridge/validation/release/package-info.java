@NullMarked
package org.paperbridge.validation.release;

import org.jspecify.annotations.NullMarked;
