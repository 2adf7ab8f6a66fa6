/** HL7 v2 messages and FHIR resources to census facts; HAPI stops here. */
@NullMarked
package org.paperbridge.census.hapi;

import org.jspecify.annotations.NullMarked;
