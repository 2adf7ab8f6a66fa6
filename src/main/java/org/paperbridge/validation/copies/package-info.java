/** What is written on one copy of a sheet beside what is written on another. */
@NullMarked
package org.paperbridge.validation.copies;

import org.jspecify.annotations.NullMarked;
