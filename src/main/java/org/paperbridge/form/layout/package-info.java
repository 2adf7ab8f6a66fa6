/** What a form is and where its zones lie on paper, in mm. */
@NullMarked
package org.paperbridge.form.layout;

import org.jspecify.annotations.NullMarked;
