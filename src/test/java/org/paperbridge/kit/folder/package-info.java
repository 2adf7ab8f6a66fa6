/** Tests of the package of the same name. */
@NullMarked
package org.paperbridge.kit.folder;

import org.jspecify.annotations.NullMarked;
