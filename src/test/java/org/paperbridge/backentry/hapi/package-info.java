@NullMarked
package org.paperbridge.backentry.hapi;

import org.jspecify.annotations.NullMarked;
