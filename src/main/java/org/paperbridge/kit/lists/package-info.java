/** Printed lists: cover, census, drugs, results, and what the site keeps in CSV files. */
@NullMarked
package org.paperbridge.kit.lists;

import org.jspecify.annotations.NullMarked;
