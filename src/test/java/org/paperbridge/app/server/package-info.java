@NullMarked
package org.paperbridge.app.server;

import org.jspecify.annotations.NullMarked;
