/** Places sections, rows and grids on the page, in mm. */
@NullMarked
package org.paperbridge.template.layout;

import org.jspecify.annotations.NullMarked;
