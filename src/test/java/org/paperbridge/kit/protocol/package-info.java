@NullMarked
package org.paperbridge.kit.protocol;

import org.jspecify.annotations.NullMarked;
