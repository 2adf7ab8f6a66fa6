/** The process is killed, again and again, and what it left is counted. */
@NullMarked
package org.paperbridge.cli.bench.kill;

import org.jspecify.annotations.NullMarked;
