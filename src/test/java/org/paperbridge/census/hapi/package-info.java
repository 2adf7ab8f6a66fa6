@NullMarked
package org.paperbridge.census.hapi;

import org.jspecify.annotations.NullMarked;
