/** Released readings to records and their way to other systems. */
@NullMarked
package org.paperbridge.backentry;

import org.jspecify.annotations.NullMarked;
