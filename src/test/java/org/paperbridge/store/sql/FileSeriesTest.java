package org.paperbridge.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paperbridge.store.sql.FileSeries.Delivered;

/** FEATURE UNDER TEST: which numbered files are one stack. Written CONTENT NUMBER {@code @} MINUTE; = for known bytes. */
final class FileSeriesTest {

    @Test
    void filesInAnyOrderAreOneStackInTheOrderOfTheirNumbers() {
        assertThat(stacks("c3@0 a1@1 b2@2")).containsExactly("a1 b2 c3");
    }

    @Test
    void aPauseEndsAStackHoweverTheNumbersGoOn() {
        assertThat(stacks("a1@0 b2@9 c3@18 d4@29")).containsExactly("a1 b2 c3", "d4");
    }

    @Test
    void aNumberThatComesAgainBeginsTheNextStack() {
        assertThat(stacks("a1@0 b2@1 c3@2 d1@3 e2@4")).containsExactly("a1 b2 c3", "d1 e2");
    }

    @Test
    void whatIsDeliveredTwiceIsThereOnce() {
        assertThat(stacks("a1@0 a1=@0 b2@1")).as("after a power cut").containsExactly("a1 b2");
        assertThat(stacks("a1@0 b2@1 a1=@500 b2=@500"))
                .as("dropped again days later")
                .containsExactly("a1 b2");
    }

    @Test
    void twoEmptyBacksThatAreTheSameByteForByteAreBothThere() {
        assertThat(stacks("a1@0 w2@0 b3@1 w4=@1")).containsExactly("a1 w2 b3 w4");
    }

    @Test
    void afterManyMissingNumbersItIsAnotherStackAndTimesAreNoNumbers() {
        assertThat(stacks("a1@0 b2@0 c4@0")).as("one missing").containsExactly("a1 b2 c4");
        assertThat(stacks("a1@0 b2@0 c14@0 d15@0")).containsExactly("a1 b2", "c14 d15");
        assertThat(stacks("a101502@0 b101507@0 c101513@1")).containsExactly("a101502", "b101507", "c101513");
    }

    @Test
    void aFileOfManySidesIsAStackOfItsOwn() {
        List<Delivered> files = new ArrayList<>(deliveries("a1@0 b2@0 c3@0"));
        files.set(1, new Delivered("b", 2, 0, false, 40));

        assertThat(FileSeries.of(files)).extracting(List::size).containsExactly(1, 1, 1);
    }

    private static List<String> stacks(String files) {
        return FileSeries.of(deliveries(files)).stream()
                .map(s -> s.stream().map(f -> f.original() + f.number()).collect(Collectors.joining(" ")))
                .toList();
    }

    private static List<Delivered> deliveries(String files) {
        return Stream.of(files.split(" "))
                .map(FileSeriesTest::delivery)
                .sorted(Comparator.comparingLong(Delivered::madeAt))
                .toList();
    }

    private static Delivered delivery(String word) {
        int at = word.indexOf('@');
        return new Delivered(
                word.substring(0, 1),
                Long.parseLong(word.substring(1, at).replace("=", "")),
                Long.parseLong(word.substring(at + 1)) * 60_000,
                word.contains("="),
                1);
    }
}
