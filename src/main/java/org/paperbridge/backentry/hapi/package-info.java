/** Records as FHIR R4 and HL7 v2.5, and the two protocols; HAPI stops here. */
@NullMarked
package org.paperbridge.backentry.hapi;

import org.jspecify.annotations.NullMarked;
