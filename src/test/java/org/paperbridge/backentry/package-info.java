@NullMarked
package org.paperbridge.backentry;

import org.jspecify.annotations.NullMarked;
