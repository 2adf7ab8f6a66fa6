@NullMarked
package org.paperbridge.template;

import org.jspecify.annotations.NullMarked;
