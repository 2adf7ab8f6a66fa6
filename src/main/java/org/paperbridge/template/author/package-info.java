/** What the author of a form writes, as records. */
@NullMarked
package org.paperbridge.template.author;

import org.jspecify.annotations.NullMarked;
