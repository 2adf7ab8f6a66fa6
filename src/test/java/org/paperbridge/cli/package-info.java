@NullMarked
package org.paperbridge.cli;

import org.jspecify.annotations.NullMarked;
