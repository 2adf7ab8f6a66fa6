/** Two scans of one printed page, laid over each other. */
@NullMarked
package org.paperbridge.process.rescan;

import org.jspecify.annotations.NullMarked;
