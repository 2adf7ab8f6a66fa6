/** Template files: YAML with line numbers, frozen layouts as JSON. */
@NullMarked
package org.paperbridge.template.file;

import org.jspecify.annotations.NullMarked;
