/** A file to look into: what was seen in every field of a page, what was read, and why a person sees it. */
@NullMarked
package org.paperbridge.cli.report;

import org.jspecify.annotations.NullMarked;
