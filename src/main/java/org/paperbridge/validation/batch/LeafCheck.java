package org.paperbridge.validation.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.validation.batch.BatchSide.PrintedPage;
import org.paperbridge.validation.batch.BatchTrouble.Kind;

/** What fronts and backs say about how the paper went through the scanner. */
final class LeafCheck {

    private LeafCheck() {}

    /** Of a two-sided scan: every side has the other side of its leaf beside it. */
    static List<BatchTrouble> ofLeaves(List<BatchSide> paper) {
        Map<Integer, List<BatchSide>> leaves = new LinkedHashMap<>();
        paper.forEach(s ->
                leaves.computeIfAbsent(s.index() / 2, leaf -> new ArrayList<>()).add(s));
        List<BatchTrouble> troubles = new ArrayList<>();
        for (List<BatchSide> leaf : leaves.values()) {
            int at = leaf.getFirst().index();
            if (leaf.size() < 2) {
                troubles.add(new BatchTrouble(Kind.ODD_SIDES, at, 1));
                continue;
            }
            Optional<PrintedPage> front = leaf.getFirst().page();
            Optional<PrintedPage> back = leaf.getLast().page();
            if (front.isPresent() && back.isPresent()) {
                ofLeaf(front.get(), back.get()).ifPresent(kind -> troubles.add(new BatchTrouble(kind, at, 1)));
            }
        }
        return troubles;
    }

    private static Optional<Kind> ofLeaf(PrintedPage a, PrintedPage b) {
        boolean together = a.serial().equals(b.serial()) && a.copy() == b.copy() && a.mate() == b.page();
        if (together) {
            return Optional.empty();
        }
        if (a.lacksOtherSide() && b.lacksOtherSide()) {
            return Optional.of(Kind.DOUBLE_FEED);
        }
        boolean strangers =
                !a.patient().isEmpty() && !b.patient().isEmpty() && !a.patient().equals(b.patient());
        return strangers ? Optional.of(Kind.TWO_PATIENTS) : Optional.empty();
    }

    /**
     * Of a scan of fronts only: a blank side is a sheet that lay the wrong way round.
     *
     * @param counted whether it is known to be such a scan, because the stack's own sheet has no back
     */
    static List<BatchTrouble> ofFronts(List<BatchSide> paper, boolean counted) {
        List<BatchSide> blank = paper.stream().filter(BatchSide::isBlank).toList();
        return !counted || blank.isEmpty()
                ? List.of()
                : List.of(new BatchTrouble(Kind.TURNED_OVER, blank.getFirst().index(), blank.size()));
    }

    /** Printed forms with a page here of which another page is nowhere. */
    static List<BatchTrouble> ofSets(List<BatchSide> paper) {
        Map<String, Integer> first = new HashMap<>();
        for (BatchSide side : paper) {
            side.page().filter(PrintedPage::incomplete).ifPresent(p -> first.putIfAbsent(p.serial(), side.index()));
        }
        return first.isEmpty()
                ? List.of()
                : List.of(new BatchTrouble(
                        Kind.SETS_INCOMPLETE,
                        first.values().stream()
                                .mapToInt(Integer::intValue)
                                .min()
                                .orElseThrow(),
                        first.size()));
    }
}
