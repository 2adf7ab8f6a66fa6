/** Three layers of checks on a template: shape, geometry, meaning. */
@NullMarked
package org.paperbridge.template.check;

import org.jspecify.annotations.NullMarked;
