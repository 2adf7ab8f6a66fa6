/** The running server: store, pipeline and screens put together. */
@NullMarked
package org.paperbridge.app.server;

import org.jspecify.annotations.NullMarked;
