/** Page images out of PDF files. */
@NullMarked
package org.paperbridge.intake.pdfbox;

import org.jspecify.annotations.NullMarked;
