package org.paperbridge.validation.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sides of one stack to batches. A pure function of what was read, asked anew each time: nothing is kept that could be
 * out of date, and a side that is read later finds its place.
 */
public final class BatchSplit {

    private final FileStack stack;
    private final List<BatchSide> sides;
    private final boolean twoSided;
    private final List<ScannedBatch> batches = new ArrayList<>();

    private int from;
    private Optional<BatchSide.Mark> header = Optional.empty();

    private BatchSplit(FileStack stack) {
        this.stack = stack;
        this.sides = stack.sides();
        this.twoSided = isTwoSided(sides);
    }

    /**
     * Splits a stack.
     *
     * @return in order; a stack without batch sheets is one batch
     */
    public static List<ScannedBatch> split(FileStack stack) {
        return new BatchSplit(stack).split();
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
        List<BatchSide> paper =
                all.stream().filter(s -> !isOfSheet(s) && !s.isHole()).toList();
        if (paper.isEmpty() && header.isEmpty()) {
            return;
        }
        boolean own = trailer.isPresent()
                && header.map(BatchSide.Mark::batch)
                        .filter(trailer.get().batch()::equals)
                        .isPresent();
        Optional<Integer> expected = header.flatMap(BatchSide.Mark::expected)
                .or(() -> trailer.filter(t -> own).flatMap(BatchSide.Mark::expected));
        int sheets = sheets(paper);
        // without their empty backs, sheets of two printed sides cannot be told from two sheets of one
        int most = stack.backsLeftOut() ? paper.size() : sheets;
        boolean read = all.stream().allMatch(BatchSide::isRead);
        List<BatchTrouble> troubles = new ArrayList<>();
        if (read) {
            gaps(to).forEach(troubles::add);
            expected.filter(n -> n > most)
                    .ifPresent(n -> troubles.add(new BatchTrouble(BatchTrouble.Kind.SHEETS_MISSING, from, n - most)));
            expected.filter(n -> n < sheets)
                    .ifPresent(n -> troubles.add(new BatchTrouble(BatchTrouble.Kind.SHEETS_OVER, from, sheets - n)));
            if (!stack.backsLeftOut()) {
                troubles.addAll(twoSided ? ofLeaves(paper) : LeafCheck.ofFronts(paper, header.isPresent()));
            }
            troubles.addAll(LeafCheck.ofSets(paper));
        }
        if (trailer.isPresent() && !own) {
            troubles.add(new BatchTrouble(BatchTrouble.Kind.WRONG_TRAILER, to - 1, 1));
        }
        batches.add(new ScannedBatch(
                stack.original(),
                stack.files(),
                from,
                to,
                header.map(BatchSide.Mark::batch).orElse(""),
                header.map(BatchSide.Mark::unit).orElse(""),
                header.map(BatchSide.Mark::shift).orElse(""),
                header.map(BatchSide.Mark::operator).orElse(""),
                expected,
                (int) all.stream().filter(s -> !s.isHole()).count(),
                sheets,
                twoSided,
                (int) all.stream().filter(s -> s.isRead() && !s.isHole()).count(),
                (int) paper.stream().filter(BatchSide::isBlank).count(),
                troubles));
    }

    /** Sides of one leaf are one sheet: by their places, or else by the pages they show. */
    private int sheets(List<BatchSide> paper) {
        if (twoSided) {
            return (int) paper.stream().mapToInt(s -> s.index() / 2).distinct().count();
        }
        return stack.backsLeftOut()
                ? (int) paper.stream().map(BatchSplit::leaf).distinct().count()
                : paper.size();
    }

    private static String leaf(BatchSide side) {
        return side.page()
                .map(p -> p.serial() + "/" + p.copy() + "/" + (p.page() + 1) / 2)
                .orElse("side " + side.index());
    }

    private List<BatchTrouble> gaps(int to) {
        return stack.gaps().stream()
                .filter(g -> g.side() >= from && g.side() < to)
                .map(g -> new BatchTrouble(BatchTrouble.Kind.FILE_MISSING, g.side(), g.files()))
                .toList();
    }

    /** Of a leaf whose other side is in a missing file, that file is all there is to say. */
    private List<BatchTrouble> ofLeaves(List<BatchSide> paper) {
        return LeafCheck.ofLeaves(paper.stream()
                .filter(s -> (s.index() ^ 1) >= sides.size()
                        || !sides.get(s.index() ^ 1).isHole())
                .toList());
    }

    /** A batch sheet, or its back. */
    private boolean isOfSheet(BatchSide side) {
        int other = side.index() ^ 1;
        return side.sheet().isPresent()
                || twoSided && other < sides.size() && sides.get(other).sheet().isPresent();
    }
}
