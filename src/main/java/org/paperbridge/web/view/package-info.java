/** What a screen shows, as plain values. Knows neither HTTP nor HTML. */
@NullMarked
package org.paperbridge.web.view;

import org.jspecify.annotations.NullMarked;
