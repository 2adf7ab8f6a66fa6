@NullMarked
package org.paperbridge.store.sql;

import org.jspecify.annotations.NullMarked;
