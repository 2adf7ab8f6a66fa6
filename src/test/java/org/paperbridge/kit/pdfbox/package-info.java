@NullMarked
package org.paperbridge.kit.pdfbox;

import org.jspecify.annotations.NullMarked;
