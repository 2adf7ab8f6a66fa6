/** Printed pages that are no forms: covers, lists, labels, key cards; all lengths mm in the page frame. */
@NullMarked
package org.paperbridge.kit.page;

import org.jspecify.annotations.NullMarked;
