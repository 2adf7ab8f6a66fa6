@NullMarked
package org.paperbridge.app;

import org.jspecify.annotations.NullMarked;
