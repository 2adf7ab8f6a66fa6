package org.paperbridge.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.Main;

/** The running routes. */
public final class Pipeline implements AutoCloseable {

    private final Main main;
    private final ProducerTemplate template;

    private Pipeline(Main main) {
        this.main = main;
        this.template = main.getCamelContext().createProducerTemplate();
    }

    /**
     * Starts every route of a folder.
     *
     * @param folder with {@code routes/} and {@code application.properties}
     * @param settings win over {@code application.properties}
     * @param beans by the name routes call them
     * @throws PipelineRefusedException saying what is wrong with the routes
     */
    public static Pipeline start(Path folder, Map<String, String> settings, Map<String, Object> beans) {
        return start(folder, settings, beans, List.of());
    }

    /**
     * Starts every route of a folder, and routes made from the templates in its {@code sources/}.
     *
     * @param more one for each source that is switched on
     */
    public static Pipeline start(
            Path folder, Map<String, String> settings, Map<String, Object> beans, List<TemplatedRoute> more) {
        PipelineFolder files = new PipelineFolder(folder);
        List<String> mistakes = files.listMistakes();
        if (!mistakes.isEmpty()) {
            throw new PipelineRefusedException(mistakes);
        }
        Main main = new Main();
        main.configure()
                .withName("paperbridge")
                .withRoutesIncludePattern(files.routesPattern())
                .withShutdownTimeout(30)
                .withShutdownLogInflightExchangesOnTimeout(false)
                .withBeanPostProcessorEnabled(false)
                // files stream through; a cache would hold them whole, or lay them on disk as they are
                .withStreamCachingEnabled(false)
                .withAutoConfigurationFailFast(true);
        main.setPropertyPlaceholderLocations("file:" + files.properties().toAbsolutePath());
        settings.forEach(main::addOverrideProperty);
        beans.forEach(main::bind);
        try {
            main.start();
            for (TemplatedRoute route : more) {
                TemplatedRouteBuilder made = TemplatedRouteBuilder.builder(main.getCamelContext(), route.template())
                        .routeId(route.id());
                route.parameters().forEach(made::parameter);
                made.add();
            }
        } catch (Exception e) {
            main.stop();
            throw new PipelineRefusedException("The routes in " + folder + " cannot start: " + messageOf(e), e);
        }
        return new Pipeline(main);
    }

    /** What {@code application.properties} of a folder says; empty when there is no such file. */
    public static Map<String, String> settings(Path folder) {
        return new PipelineFolder(folder).settings();
    }

    /** Sends a header to a route of ours; returns at once. */
    public void say(String uri, String header, String value) {
        template.sendBodyAndHeader(uri, "", header, value);
    }

    @Override
    public void close() {
        main.stop();
    }

    /** The innermost message names the field, bean or file. */
    private static String messageOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
