@NullMarked
package org.paperbridge.route.crop;

import org.jspecify.annotations.NullMarked;
