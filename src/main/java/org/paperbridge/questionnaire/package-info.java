@NullMarked
package org.paperbridge.questionnaire;

import org.jspecify.annotations.NullMarked;
