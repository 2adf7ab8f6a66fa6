@NullMarked
package org.paperbridge.form.check;

import org.jspecify.annotations.NullMarked;
