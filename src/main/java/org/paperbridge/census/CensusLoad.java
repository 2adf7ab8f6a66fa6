package org.paperbridge.census;

import java.util.List;
import org.paperbridge.form.census.Census;

/** The snapshot, and everything a person should know about the files it came from. */
public record CensusLoad(Census census, List<CensusFinding> findings) {

    public CensusLoad {
        findings = List.copyOf(findings);
    }

    /** True when some message, resource or file was not used. */
    public boolean incomplete() {
        return findings.stream().anyMatch(finding -> finding.severity() == CensusFinding.Severity.REFUSED);
    }
}
