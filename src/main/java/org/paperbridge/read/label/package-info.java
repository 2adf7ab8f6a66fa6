/** What the codes on patient stickers mean. */
@NullMarked
package org.paperbridge.read.label;

import org.jspecify.annotations.NullMarked;
