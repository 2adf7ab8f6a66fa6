package org.paperbridge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperbridge.validation.situation.Progress;

/** FEATURE UNDER TEST: how fast reading goes and how long it takes, said only when it can be known. */
final class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-09-22T12:00:00Z");

    @Test
    void aRunningStackHasAPaceAndAnEnd() {
        Progress progress = Progress.of(500, 300, 0, 200, Optional.of(NOW.minusSeconds(119)), true, NOW);

        assertThat(progress.perMinute()).contains(100.0);
        assertThat(progress.left()).contains(Duration.ofMinutes(3));
    }

    @Test
    void aStackThatJustBeganIsMeasuredFromItsFirstSide() {
        Progress progress = Progress.of(30, 60, 0, 30, Optional.of(NOW.minusSeconds(30)), false, NOW);

        assertThat(progress.perMinute()).contains(60.0);
        assertThat(progress.left()).contains(Duration.ofMinutes(1));
    }

    @Test
    void nothingIsSaidOfASingleSideOrTheFirstSeconds() {
        assertThat(Progress.of(1, 9, 0, 1, Optional.of(NOW.minusSeconds(60)), false, NOW)
                        .perMinute())
                .isEmpty();
        assertThat(Progress.of(9, 9, 0, 9, Optional.of(NOW.minusSeconds(2)), false, NOW)
                        .perMinute())
                .isEmpty();
    }

    @Test
    void whenNothingWaitsThereIsNoPaceHoweverFastItWas() {
        Progress idle = Progress.of(500, 0, 0, 200, Optional.of(NOW.minusSeconds(100)), true, NOW);

        assertThat(idle.isIdle()).isTrue();
        assertThat(idle.perMinute()).isEmpty();
        assertThat(idle.left()).isEmpty();
    }

    @Test
    void aFileWhoseSidesAreNotCountedHasNoEnd() {
        Progress progress = Progress.of(500, 300, 1, 200, Optional.of(NOW.minusSeconds(119)), true, NOW);

        assertThat(progress.perMinute()).contains(100.0);
        assertThat(progress.left()).isEmpty();
    }

    @Test
    void sidesThatWaitWhileNoneIsReadAreStalled() {
        assertThat(Progress.of(500, 300, 0, 0, Optional.empty(), false, NOW).isStalled())
                .isTrue();
    }
}
