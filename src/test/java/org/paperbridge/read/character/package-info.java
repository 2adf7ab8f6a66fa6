@NullMarked
package org.paperbridge.read.character;

import org.jspecify.annotations.NullMarked;
