/** Files that mean harm, and what a server makes of them. */
@NullMarked
package org.paperbridge.cli.bench.hostile;

import org.jspecify.annotations.NullMarked;
