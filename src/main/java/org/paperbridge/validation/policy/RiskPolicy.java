package org.paperbridge.validation.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.page.ScanNote;

/**
 * How sure a reading must be to need no person. Read from {@code pipeline/risk-policy.yaml}.
 *
 * @param accept largest accepted probability of a wrong value, for low and medium criticality
 * @param blank largest accepted probability that a field taken as empty is not
 * @param doubleEntry field ids, {@code *} for any characters, that two people key
 * @param support factor on the probability of being wrong, by kind of rule that agreed
 * @param suspectNotes a page with one of these goes to a person whole
 * @param suspectResidualMm likewise above this registration residual, mm
 */
public record RiskPolicy(
        Map<Criticality, Map<FieldClass, Double>> accept,
        Map<Criticality, Double> blank,
        List<Pattern> doubleEntry,
        Map<String, Double> support,
        Set<ScanNote> suspectNotes,
        double suspectResidualMm) {

    public RiskPolicy {
        accept = Map.copyOf(accept);
        blank = Map.copyOf(blank);
        doubleEntry = List.copyOf(doubleEntry);
        support = Map.copyOf(support);
        suspectNotes = Set.copyOf(suspectNotes);
    }

    /** Largest accepted probability of a wrong value; 0 for high criticality, which nothing meets. */
    double acceptedError(Criticality criticality, FieldClass kind) {
        return accept.getOrDefault(criticality, Map.of()).getOrDefault(kind, 0.0);
    }

    double acceptedBlankError(Criticality criticality) {
        return blank.getOrDefault(criticality, 0.0);
    }

    boolean needsDoubleEntry(String field) {
        return doubleEntry.stream().anyMatch(p -> p.matcher(field).matches());
    }

    /** 1, i.e. no help, for a rule kind the policy does not mention. */
    double supportOf(String ruleKind) {
        return support.getOrDefault(ruleKind, 1.0);
    }
}
