package org.paperbridge.validation.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sides of one file to batches. A pure function of what was read, asked anew each time: nothing is kept that could be
 * out of date, and a side that is read later finds its place.
 */
public final class BatchSplit {

    private final String original;
    private final List<BatchSide> sides;
    private final boolean twoSided;
    private final List<ScannedBatch> batches = new ArrayList<>();

    private int from;
    private Optional<BatchSide.Mark> header = Optional.empty();

    private BatchSplit(String original, List<BatchSide> sides) {
        this.original = original;
        this.sides = sides;
        this.twoSided = isTwoSided(sides);
    }

    /**
     * Splits a file.
     *
     * @param sides all of them, in order
     * @return in order; a file without batch sheets is one batch
     */
    public static List<ScannedBatch> split(String original, List<BatchSide> sides) {
        return new BatchSplit(original, List.copyOf(sides)).split();
    }

    /** The empty back of a sheet that is printed on one side only says how the stack was scanned. */
    private static boolean isTwoSided(List<BatchSide> sides) {
        return sides.stream()
                .filter(s -> s.sheet().isPresent())
                .anyMatch(s -> (s.index() ^ 1) < sides.size()
                        && sides.get(s.index() ^ 1).isBlank());
    }

    private List<ScannedBatch> split() {
        for (int i = 0; i < sides.size(); i++) {
            Optional<BatchSide.Mark> mark = sides.get(i).sheet();
            if (mark.isEmpty()) {
                continue;
            }
            int before = twoSided ? i & ~1 : i;
            int after = twoSided ? Math.min(sides.size(), (i | 1) + 1) : i + 1;
            if (mark.get().closes()) {
                close(after, mark);
                from = after;
                header = Optional.empty();
            } else {
                close(before, Optional.empty());
                from = mark.get().opens() ? before : after;
                header = mark.filter(BatchSide.Mark::opens);
            }
            i = after - 1;
        }
        close(sides.size(), Optional.empty());
        return List.copyOf(batches);
    }

    private void close(int to, Optional<BatchSide.Mark> trailer) {
        if (to <= from) {
            return;
        }
        List<BatchSide> all = sides.subList(from, to);
        List<BatchSide> paper = all.stream().filter(s -> !isOfSheet(s)).toList();
        if (paper.isEmpty() && header.isEmpty()) {
            return;
        }
        boolean own = trailer.isPresent()
                && header.map(BatchSide.Mark::batch)
                        .filter(trailer.get().batch()::equals)
                        .isPresent();
        Optional<Integer> expected = header.flatMap(BatchSide.Mark::expected)
                .or(() -> trailer.filter(t -> own).flatMap(BatchSide.Mark::expected));
        int sheets = twoSided ? (paper.size() + 1) / 2 : paper.size();
        boolean read = all.stream().allMatch(BatchSide::isRead);
        List<BatchTrouble> troubles = new ArrayList<>();
        if (read) {
            expected.filter(n -> n > sheets)
                    .ifPresent(n -> troubles.add(new BatchTrouble(BatchTrouble.Kind.SHEETS_MISSING, from, n - sheets)));
            expected.filter(n -> n < sheets)
                    .ifPresent(n -> troubles.add(new BatchTrouble(BatchTrouble.Kind.SHEETS_OVER, from, sheets - n)));
            troubles.addAll(twoSided ? LeafCheck.ofLeaves(paper) : LeafCheck.ofFronts(paper, header.isPresent()));
            troubles.addAll(LeafCheck.ofSets(paper));
        }
        if (trailer.isPresent() && !own) {
            troubles.add(new BatchTrouble(BatchTrouble.Kind.WRONG_TRAILER, to - 1, 1));
        }
        batches.add(new ScannedBatch(
                original,
                from,
                to,
                header.map(BatchSide.Mark::batch).orElse(""),
                header.map(BatchSide.Mark::unit).orElse(""),
                header.map(BatchSide.Mark::shift).orElse(""),
                header.map(BatchSide.Mark::operator).orElse(""),
                expected,
                sheets,
                twoSided,
                (int) all.stream().filter(BatchSide::isRead).count(),
                (int) paper.stream().filter(BatchSide::isBlank).count(),
                troubles));
    }

    /** A batch sheet, or its back. */
    private boolean isOfSheet(BatchSide side) {
        int other = side.index() ^ 1;
        return side.sheet().isPresent()
                || twoSided && other < sides.size() && sides.get(other).sheet().isPresent();
    }
}
