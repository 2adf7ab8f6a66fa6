/** Tests of the package of the same name. */
@NullMarked
package org.paperbridge.kit.lists;

import org.jspecify.annotations.NullMarked;
