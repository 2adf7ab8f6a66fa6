/** The same printed page scanned again: what it is beside the scan that already speaks for the page. */
@NullMarked
package org.paperbridge.validation.rescan;

import org.jspecify.annotations.NullMarked;
