/** Pages without codes to the forms they look like; only ever proposals. */
@NullMarked
package org.paperbridge.identify.layout;

import org.jspecify.annotations.NullMarked;
