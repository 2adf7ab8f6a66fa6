/** Scanners and profiles, against real counterparts. */
@NullMarked
package org.paperbridge.source;

import org.jspecify.annotations.NullMarked;
