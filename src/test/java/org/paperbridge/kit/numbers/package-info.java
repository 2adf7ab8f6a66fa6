/** Tests of the package of the same name. */
@NullMarked
package org.paperbridge.kit.numbers;

import org.jspecify.annotations.NullMarked;
