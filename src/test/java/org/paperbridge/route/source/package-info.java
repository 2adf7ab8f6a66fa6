/** The ways in, each against a real counterpart. */
@NullMarked
package org.paperbridge.route.source;

import org.jspecify.annotations.NullMarked;
