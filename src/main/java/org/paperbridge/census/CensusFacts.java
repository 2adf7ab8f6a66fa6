package org.paperbridge.census;

import java.util.List;

/** What one file says, and what could not be used of it. */
public record CensusFacts(List<StatedFact> facts, List<CensusFinding> findings) {

    public CensusFacts {
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }
}
