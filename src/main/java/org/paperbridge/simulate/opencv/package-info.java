/** Rough handling and scanning of sheets, in native code: thousands of pages in minutes. */
@NullMarked
package org.paperbridge.simulate.opencv;

import org.jspecify.annotations.NullMarked;
