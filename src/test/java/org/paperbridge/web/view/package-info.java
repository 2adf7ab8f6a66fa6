@NullMarked
package org.paperbridge.web.view;

import org.jspecify.annotations.NullMarked;
