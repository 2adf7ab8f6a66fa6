@NullMarked
package org.paperbridge.validation.queue;

import org.jspecify.annotations.NullMarked;
