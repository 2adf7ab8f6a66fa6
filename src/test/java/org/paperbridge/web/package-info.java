@NullMarked
package org.paperbridge.web;

import org.jspecify.annotations.NullMarked;
