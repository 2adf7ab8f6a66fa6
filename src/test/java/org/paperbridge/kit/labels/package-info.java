/** Tests of the package of the same name. */
@NullMarked
package org.paperbridge.kit.labels;

import org.jspecify.annotations.NullMarked;
