@NullMarked
package org.paperbridge.validation.dashboard;

import org.jspecify.annotations.NullMarked;
