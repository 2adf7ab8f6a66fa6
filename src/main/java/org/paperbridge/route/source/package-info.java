/** Beans and route templates of the ways scans come: folders, SFTP, e-mail, scanners that are asked, browsers. */
@NullMarked
package org.paperbridge.route.source;

import org.jspecify.annotations.NullMarked;
