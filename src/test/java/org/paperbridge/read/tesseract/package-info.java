@NullMarked
package org.paperbridge.read.tesseract;

import org.jspecify.annotations.NullMarked;
