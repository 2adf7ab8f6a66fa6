/** What the page code says and how it is sealed. */
@NullMarked
package org.paperbridge.pagecode;

import org.jspecify.annotations.NullMarked;
