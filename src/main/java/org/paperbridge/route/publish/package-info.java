/** The routes that bring finished kits to their targets. */
@NullMarked
package org.paperbridge.route.publish;

import org.jspecify.annotations.NullMarked;
