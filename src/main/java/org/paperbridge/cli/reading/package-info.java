/** What reading is worth: accuracy, coverage and silent errors on handwriting no network was trained on. */
@NullMarked
package org.paperbridge.cli.reading;

import org.jspecify.annotations.NullMarked;
