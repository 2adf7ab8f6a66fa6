@NullMarked
package org.paperbridge.kit.zxing;

import org.jspecify.annotations.NullMarked;
