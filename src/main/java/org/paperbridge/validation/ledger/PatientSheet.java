package org.paperbridge.validation.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.paperbridge.form.layout.FormRef;

/**
 * A sheet that was printed for a patient, whole: its pages belong together whatever stacks they came in.
 *
 * @param copy 1 for the original
 * @param returned pages that came back
 * @param again scans of its pages that came again
 * @param declared what persons said of pages that did not come back, and have not taken back
 * @param replaced whether a newer kit took its place
 * @param printedAt empty when it is in no registry here
 */
public record PatientSheet(
        String serial,
        int copy,
        FormRef form,
        String unit,
        int pages,
        SortedSet<Integer> returned,
        long again,
        SortedMap<Integer, Statement> declared,
        boolean replaced,
        Optional<Instant> printedAt) {

    public PatientSheet {
        returned = Collections.unmodifiableSortedSet(new TreeSet<>(returned));
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    public List<Integer> missing() {
        return IntStream.rangeClosed(1, pages)
                .filter(p -> !returned.contains(p) && !declared.containsKey(p))
                .boxed()
                .toList();
    }

    /**
     * What a person said of a page.
     *
     * @param what as in {@link Declaration#code()}
     */
    public record Statement(String what, String person, Instant at) {}
}
