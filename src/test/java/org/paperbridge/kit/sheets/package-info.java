/** Tests of the package of the same name. */
@NullMarked
package org.paperbridge.kit.sheets;

import org.jspecify.annotations.NullMarked;
