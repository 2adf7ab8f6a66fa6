/** How fast the reviewer screens answer while several people work. */
@NullMarked
package org.paperbridge.cli.bench.review;

import org.jspecify.annotations.NullMarked;
