@NullMarked
package org.paperbridge.route.census;

import org.jspecify.annotations.NullMarked;
