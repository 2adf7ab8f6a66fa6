/** The routes that bring the census: MLLP, folders, a FHIR server. */
@NullMarked
package org.paperbridge.route.census;

import org.jspecify.annotations.NullMarked;
