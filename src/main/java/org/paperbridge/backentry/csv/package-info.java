/** Records as lines that billing opens in a spreadsheet. */
@NullMarked
package org.paperbridge.backentry.csv;

import org.jspecify.annotations.NullMarked;
