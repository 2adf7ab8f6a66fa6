/** Fills printed pages with real handwriting and scans them badly: for drills, tests and benchmarks. */
@NullMarked
package org.paperbridge.simulate;

import org.jspecify.annotations.NullMarked;
