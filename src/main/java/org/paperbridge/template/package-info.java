/** Loads and checks templates, computes and freezes their layout. */
@NullMarked
package org.paperbridge.template;

import org.jspecify.annotations.NullMarked;
