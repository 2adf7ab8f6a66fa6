/** A whole kit to where it is wanted: folders, sticks, servers, printers; what failed is tried again and told. */
@NullMarked
package org.paperbridge.publish;

import org.jspecify.annotations.NullMarked;
