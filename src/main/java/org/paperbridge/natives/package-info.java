/** Native libraries: loading them once, and saying in one line when this machine cannot. */
@NullMarked
package org.paperbridge.natives;

import org.jspecify.annotations.NullMarked;
