/** What one scanned side is, who it belongs to and what became of it. */
@NullMarked
package org.paperbridge.form.page;

import org.jspecify.annotations.NullMarked;
