package org.paperbridge.cli.report;

import java.util.List;

/**
 * One field as the report shows it; getters are for the template.
 *
 * @param decision machine word, for the colour
 * @param crop the zone as scanned, a little around it too
 * @param ink what counts as ink in the zone
 * @param place where on the page, as the style of a box over its picture
 * @param evidence the reader's measurements, {@code name value}
 */
public record FieldLine(
        String id,
        String caption,
        String state,
        String read,
        String probability,
        List<String> others,
        String decision,
        String decisionSaid,
        List<String> reasons,
        List<String> rules,
        List<String> evidence,
        String crop,
        String ink,
        String place) {

    public FieldLine {
        others = List.copyOf(others);
        reasons = List.copyOf(reasons);
        rules = List.copyOf(rules);
        evidence = List.copyOf(evidence);
    }
}
