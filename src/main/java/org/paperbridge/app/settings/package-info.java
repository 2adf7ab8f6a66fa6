/** What a hospital sets in {@code paperbridge.properties}. */
@NullMarked
package org.paperbridge.app.settings;

import org.jspecify.annotations.NullMarked;
