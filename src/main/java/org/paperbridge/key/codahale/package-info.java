/** Secret sharing by codahale's shamir. */
@NullMarked
package org.paperbridge.key.codahale;

import org.jspecify.annotations.NullMarked;
