/** The beans that the routes in pipeline/ call. */
@NullMarked
package org.paperbridge.route;

import org.jspecify.annotations.NullMarked;
