/** Waking across machines: JMS on ActiveMQ Artemis. */
@NullMarked
package org.paperbridge.route.artemis;

import org.jspecify.annotations.NullMarked;
