package org.paperbridge.route;

import java.util.Map;

/**
 * A route to be made from a template of the pipeline.
 *
 * @param template its id
 * @param id of the route
 * @param parameters of the template
 */
public record TemplatedRoute(String template, String id, Map<String, String> parameters) {

    public TemplatedRoute {
        parameters = Map.copyOf(parameters);
    }

    /** Parameters hold passwords. */
    @Override
    public String toString() {
        return "TemplatedRoute[" + template + ", " + id + "]";
    }
}
