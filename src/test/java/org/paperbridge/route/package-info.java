@NullMarked
package org.paperbridge.route;

import org.jspecify.annotations.NullMarked;
