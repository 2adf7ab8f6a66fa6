/** Network scanners that speak eSCL, the protocol of AirScan. */
@NullMarked
package org.paperbridge.source.escl;

import org.jspecify.annotations.NullMarked;
