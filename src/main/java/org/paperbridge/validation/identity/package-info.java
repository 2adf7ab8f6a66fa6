/** Whether what a page says in clear belongs to the patient of its page code. */
@NullMarked
package org.paperbridge.validation.identity;

import org.jspecify.annotations.NullMarked;
