/** Benchmarks on pages that are printed, filled and badly scanned for the purpose. */
@NullMarked
package org.paperbridge.cli.bench;

import org.jspecify.annotations.NullMarked;
