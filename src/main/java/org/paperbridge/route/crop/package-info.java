/** Pictures cut from kept originals for reviewers. */
@NullMarked
package org.paperbridge.route.crop;

import org.jspecify.annotations.NullMarked;
