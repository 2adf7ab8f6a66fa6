package org.paperbridge.validation.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.paperbridge.validation.batch.BatchSide.Mark;
import org.paperbridge.validation.batch.BatchSide.PrintedPage;
import org.paperbridge.validation.batch.BatchTrouble.Kind;

/**
 * FEATURE UNDER TEST: one file to batches. A side is written {@code H3} (header, three sheets counted; {@code H} nobody
 * counted), {@code T} (its last sheet), {@code X} (a separator), {@code .} (blank), {@code ?} (not read yet), {@code A1/2}
 * (page 1 of 2 of form A of patient a).
 */
final class BatchSplitTest {

    @Test
    void aFileWithoutBatchSheetsIsOneBatchThatPromisesNothing() {
        ScannedBatch all = split("A1/1 B1/1 . C1/1").getFirst();

        assertThat(all.batch()).isEmpty();
        assertThat(all.expected()).isEmpty();
        assertThat(all.over()).isEmpty();
        assertThat(all.blank()).isEqualTo(1);
        assertThat(all.troubles()).isEmpty();
    }

    @Test
    void headersAndSeparatorsSplitAStack() {
        List<ScannedBatch> batches = split("A1/1 H2 B1/1 C1/1 X D1/1 H1 E1/1");

        assertThat(batches).extracting(ScannedBatch::from).containsExactly(0, 1, 5, 6);
        assertThat(batches).extracting(ScannedBatch::to).containsExactly(1, 4, 6, 8);
        assertThat(batches).extracting(ScannedBatch::batch).containsExactly("", "BATCH00001", "", "BATCH00006");
        assertThat(batches).extracting(ScannedBatch::sheets).containsExactly(1, 2, 1, 1);
        assertThat(batches).allSatisfy(b -> assertThat(b.troubles()).isEmpty());
    }

    @Test
    void aMissingAndAnExtraSheetAreNoticedOnlyWhenEverySideIsRead() {
        assertThat(troubles("H3 A1/1 B1/1")).containsExactly("sheets-missing 1");
        assertThat(troubles("H1 A1/1 B1/1 C1/1")).containsExactly("sheets-over 2");
        assertThat(troubles("H3 A1/1 ?")).isEmpty();
        assertThat(split("H3 A1/1 ?").getFirst().over()).isEmpty();
        assertThat(split("H3 A1/1 B1/1").getFirst().over()).contains(-1);
        assertThat(troubles("H A1/1 B1/1")).isEmpty();
    }

    @Test
    void theLastSheetClosesItsBatchAndMaySayTheCount() {
        List<ScannedBatch> batches = split("H A1/1 B1/1 T3=0 C1/1");

        assertThat(batches).extracting(ScannedBatch::to).containsExactly(4, 5);
        assertThat(batches.getFirst().troubles()).extracting(BatchTrouble::kind).containsExactly(Kind.SHEETS_MISSING);
        assertThat(batches.getLast().batch()).isEmpty();
    }

    @Test
    void theLastSheetOfAnotherBatchIsNoticedAndGivesNoCount() {
        ScannedBatch batch = split("H A1/1 T7=9").getFirst();

        assertThat(batch.expected()).isEmpty();
        assertThat(batch.troubles()).extracting(BatchTrouble::kind).containsExactly(Kind.WRONG_TRAILER);
    }

    @Test
    void blankBacksAreCountedAndTwoSidesAreOneSheet() {
        ScannedBatch batch = split("H2 . A1/1 . B1/2 B2/2").getFirst();

        assertThat(batch.twoSided()).isTrue();
        assertThat(batch.sheets()).isEqualTo(2);
        assertThat(batch.blank()).isEqualTo(1);
        assertThat(batch.troubles()).isEmpty();
        assertThat(split(". H2 . A1/1 B1/2 B2/2").getFirst().sheets())
                .as("fed face down")
                .isEqualTo(2);
    }

    @Test
    void aSheetThatLayTheWrongWayRoundIsNotTakenForABlankBack() {
        assertThat(troubles("H3 A1/1 . B1/1")).containsExactly("turned-over 1");
    }

    @Test
    void aMissingSideOfATwoSidedFormIsNoticed() {
        assertThat(troubles("H1 . A1/2 .")).containsExactly("sets-incomplete 1");
        assertThat(troubles("H1 . A1/2")).containsExactly("odd-sides 1", "sets-incomplete 1");
        assertThat(troubles("H A1/2 B1/1 A2/2")).isEmpty();
    }

    @Test
    void twoSheetsThatWentInAsOneAreNoticed() {
        assertThat(troubles("H2 . A1/2 B2/2"))
                .containsExactly("sheets-missing 1", "double-feed 1", "sets-incomplete 2");
        assertThat(troubles("H3 . A1/2 B2/2 B1/2 . A2/2 ."))
                .as("two patients on a leaf, though nothing is missing")
                .containsExactly("two-patients 1");
    }

    @Test
    void aMissingFileIsSaidAndTheLeavesAfterItStayTogether() {
        // front and back of a leaf; the file of the first leaf's back did not come
        List<BatchSide> sides = new ArrayList<>(sides("H2 . A1/2 ? B1/2 B2/2"));
        sides.set(3, BatchSide.hole(3));
        ScannedBatch batch = BatchSplit.split(
                        new FileStack("0".repeat(64), 5, sides, List.of(new FileStack.Gap(3, 1)), false))
                .getFirst();

        assertThat(batch.sheets()).isEqualTo(2);
        assertThat(batch.sides()).isEqualTo(5);
        assertThat(batch.isRead()).isTrue();
        assertThat(batch.troubles())
                .extracting(t -> t.kind().code() + " " + t.side())
                .containsExactly("file-missing 3", "sets-incomplete 2");
    }

    @Test
    void whereTheDeviceDropsEmptyBacksOnlyWhatIsCertainIsSaid() {
        assertThat(leftOut("H2 A1/2 A2/2 B1/2 B2/2")).as("two sheets, or four").isEmpty();
        assertThat(leftOut("H4 A1/2 A2/2 B1/2 B2/2")).isEmpty();
        assertThat(leftOut("H5 A1/2 A2/2 B1/2 B2/2")).containsExactly("sheets-missing 1");
        assertThat(leftOut("H1 A1/2 A2/2 B1/2 B2/2")).containsExactly("sheets-over 1");
    }

    private static List<String> leftOut(String stack) {
        return BatchSplit.split(new FileStack("0".repeat(64), 1, sides(stack), List.of(), true)).stream()
                .flatMap(b -> b.troubles().stream())
                .map(t -> t.kind().code() + " " + t.count())
                .toList();
    }

    private static List<String> troubles(String stack) {
        return split(stack).stream()
                .flatMap(b -> b.troubles().stream())
                .map(t -> t.kind().code() + " " + t.count())
                .toList();
    }

    private static List<ScannedBatch> split(String stack) {
        return BatchSplit.split(FileStack.of("0".repeat(64), sides(stack)));
    }

    private static List<BatchSide> sides(String stack) {
        List<String> words = List.of(stack.split(" "));
        List<BatchSide> sides = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            sides.add(side(i, words.get(i), words));
        }
        return sides;
    }

    private static BatchSide side(int index, String word, List<String> all) {
        return switch (word.charAt(0)) {
            case 'H' -> mark(index, "batch-header", batch(index), word.substring(1));
            case 'T' -> {
                String[] parts = word.substring(1).split("=");
                yield mark(index, "batch-trailer", batch(Integer.parseInt(parts[1])), parts[0]);
            }
            case 'X' -> mark(index, "separator", "", "");
            case '.' -> new BatchSide(index, "blank", Optional.empty(), Optional.empty());
            case '?' -> new BatchSide(index, "", Optional.empty(), Optional.empty());
            default -> {
                int pages = Integer.parseInt(word.substring(3));
                Set<Integer> missing = IntStream.rangeClosed(1, pages)
                        .filter(p -> !all.contains(word.charAt(0) + "" + p + "/" + pages))
                        .boxed()
                        .collect(Collectors.toSet());
                String serial = word.substring(0, 1).repeat(10);
                yield new BatchSide(
                        index,
                        "read",
                        Optional.of(new PrintedPage(
                                serial, word.charAt(1) - '0', 1, pages, "patient of " + serial, missing)),
                        Optional.empty());
            }
        };
    }

    private static BatchSide mark(int index, String kind, String batch, String expected) {
        Optional<Integer> counted = expected.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(expected));
        return new BatchSide(
                index, kind, Optional.empty(), Optional.of(new Mark(kind, batch, "CARD", "night", "ada", counted)));
    }

    private static String batch(int index) {
        return "BATCH%05d".formatted(index);
    }
}
