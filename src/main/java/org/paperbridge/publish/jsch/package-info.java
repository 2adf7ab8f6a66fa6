/** Kits to an SFTP server; JSch stops here. */
@NullMarked
package org.paperbridge.publish.jsch;

import org.jspecify.annotations.NullMarked;
