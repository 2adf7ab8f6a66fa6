@NullMarked
package org.paperbridge.read;

import org.jspecify.annotations.NullMarked;
