package org.paperbridge.route;

import java.util.Locale;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that a step failed, without the message body or the name of a delivered file. */
public final class Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
    private static final String INTAKE = "intake";
    private static final String SOURCE = "source-";

    private final Failures failures;

    public Troubles() {
        this((source, trouble) -> {});
    }

    public Troubles(Failures failures) {
        this.failures = failures;
    }

    /** Told when a source of scans does not work. */
    @FunctionalInterface
    public interface Failures {
        /** @param trouble machine word, e.g. {@code unreachable} */
        void failed(String source, String trouble);
    }

    public void note(Exchange exchange) {
        Optional<Exception> cause =
                Optional.ofNullable(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        String route = String.valueOf(exchange.getFromRouteId());
        if (route.startsWith(SOURCE)) {
            failures.failed(
                    route.substring(SOURCE.length()),
                    cause.map(SourceTrouble::codeOf).orElse("failed"));
        }
        LOG.warn(
                "Step {} failed: {}. Nothing is lost: {}",
                route,
                cause.map(Troubles::kind).orElse("unknown"),
                route.equals(INTAKE) || route.endsWith("-files")
                        ? "the file stays in the drop folder and is taken again."
                        : route.startsWith(SOURCE)
                                ? "what was not kept stays where it is and is taken again."
                                : "it is tried again at the next round.");
        cause.ifPresent(e -> LOG.debug("Cause", e));
    }

    private static String kind(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk is full")) {
                return "the disk is full, make room";
            }
        }
        return cause.getClass().getSimpleName();
    }
}
