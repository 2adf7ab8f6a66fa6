@NullMarked
package org.paperbridge.questionnaire.hapi;

import org.jspecify.annotations.NullMarked;
