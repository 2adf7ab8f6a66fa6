/** ADT feeds and FHIR files to a dated snapshot of who is in which bed. */
@NullMarked
package org.paperbridge.census;

import org.jspecify.annotations.NullMarked;
