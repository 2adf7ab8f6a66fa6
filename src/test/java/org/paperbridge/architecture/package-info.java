@NullMarked
package org.paperbridge.architecture;

import org.jspecify.annotations.NullMarked;
