@NullMarked
package org.paperbridge.roundtrip;

import org.jspecify.annotations.NullMarked;
