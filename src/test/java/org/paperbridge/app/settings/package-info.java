@NullMarked
package org.paperbridge.app.settings;

import org.jspecify.annotations.NullMarked;
