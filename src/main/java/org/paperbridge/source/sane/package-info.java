/** Scanners at a cable, through SANE's scanimage. */
@NullMarked
package org.paperbridge.source.sane;

import org.jspecify.annotations.NullMarked;
