package org.paperbridge.validation.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReviewerLoadTest {

    private static final Instant START = Instant.parse("2026-03-12T10:00:00Z");

    @Test
    void theMedianIsThatOfTheTimeFromOneAnswerToTheNext() {
        List<Instant> answers = new ArrayList<>(List.of(START));
        for (int seconds : new int[] {3, 4, 5, 6, 7, 8, 9, 10, 11, 290}) {
            answers.add(answers.getLast().plusSeconds(seconds));
        }
        assertThat(ReviewerLoad.medianPerField(answers)).contains(Duration.ofMillis(7500));
    }

    @Test
    void aPauseIsNoTimeSpentOnAField() {
        List<Instant> morning = every(Duration.ofSeconds(4), 11, START);
        List<Instant> both = new ArrayList<>(morning);
        both.addAll(every(Duration.ofSeconds(4), 11, START.plus(Duration.ofHours(3))));
        assertThat(ReviewerLoad.medianPerField(both)).contains(Duration.ofSeconds(4));
    }

    @Test
    void aScreenfulThatWasConfirmedTogetherSharesItsTime() {
        List<Instant> answers = new ArrayList<>(List.of(START));
        IntStream.range(0, 24).forEach(i -> answers.add(START.plusSeconds(48)));
        assertThat(ReviewerLoad.medianPerField(answers)).contains(Duration.ofSeconds(2));
    }

    @Test
    void fewAnswersSayNothing() {
        assertThat(ReviewerLoad.medianPerField(every(Duration.ofSeconds(4), 10, START)))
                .isEmpty();
        assertThat(ReviewerLoad.medianPerField(List.of())).isEmpty();
    }

    private static List<Instant> every(Duration gap, int times, Instant from) {
        return IntStream.range(0, times)
                .mapToObj(i -> from.plus(gap.multipliedBy(i)))
                .toList();
    }
}
