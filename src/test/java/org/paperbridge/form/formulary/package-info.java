@NullMarked
package org.paperbridge.form.formulary;

import org.jspecify.annotations.NullMarked;
