package org.paperbridge.route;

import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that a step failed, without the message body or the name of a delivered file. */
public final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    public void note(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        String what = cause == null ? "unknown" : cause.getClass().getSimpleName();
        LOG.warn(
                "Step {} failed: {}. It is tried again when the sweeper comes round; nothing is lost.",
                exchange.getFromRouteId(),
                what);
        if (cause != null) {
            LOG.debug("Cause", cause);
        }
    }
}
