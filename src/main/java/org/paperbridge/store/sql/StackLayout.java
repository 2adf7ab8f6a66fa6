package org.paperbridge.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.sql.FileSeries.Delivered;
import org.paperbridge.validation.batch.BatchSide;
import org.paperbridge.validation.batch.FileStack;

/**
 * The sides of a stack's files one behind the other. Where a file is missing its places stay free, so that front and
 * back of every leaf after it are beside each other all the same.
 *
 * @param places which side lies where; the side of no file where one is missing
 */
record StackLayout(FileStack stack, List<ScanRef> places) {

    private static final ScanRef NOWHERE = new ScanRef("0".repeat(64), 0);

    /** @param sides of each file, as far as they are counted */
    static StackLayout of(StackRows.Stack stack, Map<String, List<BatchSide>> sides) {
        List<Delivered> files = stack.files();
        boolean alone = files.size() == 1;
        int each = alone
                ? 1
                : Math.max(1, files.stream().mapToInt(Delivered::sides).max().orElse(1));
        List<BatchSide> all = new ArrayList<>();
        List<ScanRef> places = new ArrayList<>();
        List<FileStack.Gap> gaps = new ArrayList<>();
        long next = files.getFirst().number();
        for (Delivered file : files) {
            int missing = (int) (file.number() - next);
            if (missing > 0) {
                gaps.add(new FileStack.Gap(all.size(), missing));
                leaveFree(all, places, all.size() + missing * each);
            }
            next = file.number() + 1;
            int end = all.size() + each;
            for (BatchSide side : sides.getOrDefault(file.original(), List.of())) {
                places.add(new ScanRef(file.original(), side.index()));
                all.add(side.at(all.size()));
            }
            if (!alone) {
                leaveFree(all, places, end);
            }
        }
        String first = files.getFirst().original();
        return new StackLayout(
                new FileStack(first, files.size(), all, stack.backsLeftOut() ? List.of() : gaps, stack.backsLeftOut()),
                places);
    }

    private static void leaveFree(List<BatchSide> all, List<ScanRef> places, int end) {
        while (all.size() < end) {
            all.add(BatchSide.hole(all.size()));
            places.add(NOWHERE);
        }
    }
}
