/** Where scans come from: profiles of devices, and scanners that are asked for pages. */
@NullMarked
package org.paperbridge.source;

import org.jspecify.annotations.NullMarked;
