package org.paperbridge.route.publish;

import java.nio.file.Path;
import java.util.Map;
import org.paperbridge.publish.Publisher;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.PipelineRefusedException;
import org.paperbridge.route.Troubles;

/** The running routes of {@code pipeline/publish}. */
public final class KitPublishing {

    private KitPublishing() {}

    /**
     * @param routes with {@code routes/} and {@code application.properties}
     * @param settings win over {@code application.properties}
     * @throws PipelineRefusedException saying what is wrong with the routes
     */
    public static Pipeline start(Path routes, Publisher publisher, Map<String, String> settings) {
        return Pipeline.start(routes, settings, Map.of("publisher", publisher, "troubles", new Troubles()));
    }
}
