/** Printed PDFs to paper, bad scans to files. */
@NullMarked
package org.paperbridge.simulate.pdfbox;

import org.jspecify.annotations.NullMarked;
