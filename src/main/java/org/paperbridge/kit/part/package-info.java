/** What a unit's kit holds beside its forms, one part a kind of page. */
@NullMarked
package org.paperbridge.kit.part;

import org.jspecify.annotations.NullMarked;
