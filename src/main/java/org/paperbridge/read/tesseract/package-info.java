/** Machine print, by Tesseract; never handwriting, of which it reads one digit in four. */
@NullMarked
package org.paperbridge.read.tesseract;

import org.jspecify.annotations.NullMarked;
