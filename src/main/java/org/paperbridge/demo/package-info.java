/** The invented hospital's own systems, so that a demo has somebody to talk to. */
@NullMarked
package org.paperbridge.demo;

import org.jspecify.annotations.NullMarked;
