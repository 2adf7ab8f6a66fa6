package org.paperbridge.census;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;

/**
 * The snapshot, and everything a person should know about the files it came from.
 *
 * @param bedded codes of units in which somebody lay in a bed, whether or not anybody does now
 */
public record CensusLoad(Census census, List<CensusFinding> findings, Set<String> bedded) {

    public CensusLoad {
        findings = List.copyOf(findings);
        bedded = Set.copyOf(bedded);
    }

    /** Of a snapshot without a past: beds are those that are taken now. */
    public CensusLoad(Census census, List<CensusFinding> findings) {
        this(
                census,
                findings,
                census.encounters().stream()
                        .filter(stay -> stay.bed().isPresent())
                        .map(Encounter::unit)
                        .collect(Collectors.toSet()));
    }

    /** True when some message, resource or file was not used. */
    public boolean incomplete() {
        return findings.stream().anyMatch(finding -> finding.severity() == CensusFinding.Severity.REFUSED);
    }
}
