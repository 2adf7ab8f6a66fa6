/** Receivers that speak the real protocols. */
@NullMarked
package org.paperbridge.demo.hapi;

import org.jspecify.annotations.NullMarked;
