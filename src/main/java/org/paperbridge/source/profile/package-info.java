/** What a device is set to, and which devices a hospital has switched on. */
@NullMarked
package org.paperbridge.source.profile;

import org.jspecify.annotations.NullMarked;
