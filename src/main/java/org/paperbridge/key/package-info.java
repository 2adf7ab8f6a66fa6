/** The site's keys, in a passphrase-protected file. */
@NullMarked
package org.paperbridge.key;

import org.jspecify.annotations.NullMarked;
