/** The Internet Printing Protocol (RFC 8010, RFC 8011); jipp stops here. */
@NullMarked
package org.paperbridge.publish.jipp;

import org.jspecify.annotations.NullMarked;
