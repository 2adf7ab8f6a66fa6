@NullMarked
package org.paperbridge.backentry.csv;

import org.jspecify.annotations.NullMarked;
