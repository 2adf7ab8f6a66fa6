/** How much damage a page may have. */
@NullMarked
package org.paperbridge.cli.bench.intake;

import org.jspecify.annotations.NullMarked;
