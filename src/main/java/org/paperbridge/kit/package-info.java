/** Census and templates to printed PDF kits. */
@NullMarked
package org.paperbridge.kit;

import org.jspecify.annotations.NullMarked;
