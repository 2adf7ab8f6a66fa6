@NullMarked
package org.paperbridge.validation;

import org.jspecify.annotations.NullMarked;
