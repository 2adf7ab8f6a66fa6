package org.paperbridge.route.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.paperbridge.route.source.Settling.End;
import org.paperbridge.route.source.Settling.Look;
import org.paperbridge.store.WardClock;

/** When a file in a drop folder is taken. */
final class SettlingTest {

    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final WardClock clock = new WardClock(Instant.parse("2026-03-12T10:00:00Z"));
    private final Settling settling = new Settling(clock);

    @Test
    void aFileIsTakenOnceItCameToRest() {
        assertThat(look(10, End.THERE)).isFalse();
        clock.pass(Duration.ofSeconds(4));
        assertThat(look(10, End.THERE)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(look(10, End.THERE)).isTrue();
    }

    @Test
    void aDeviceThatComesBackForEveryPageIsWaitedFor() {
        for (int page = 1; page <= 20; page++) {
            assertThat(look(page * 100, End.THERE)).as("page %d", page).isFalse();
            clock.pass(Duration.ofSeconds(4));
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(look(2000, End.THERE)).isTrue();
    }

    @Test
    void aFileMadeBeforeThePaperIsScannedIsNotTakenEmpty() {
        assertThat(look(0, End.THERE)).isFalse();
        clock.pass(Duration.ofMinutes(9));
        assertThat(look(0, End.THERE)).isFalse();
        assertThat(look(500, End.THERE)).isFalse();
        clock.pass(QUIET);
        assertThat(look(500, End.THERE)).isTrue();
    }

    @Test
    void aStackWithoutItsEndIsWaitedForAndThenShownToSomebody() {
        look(10, End.MISSING);
        clock.pass(Duration.ofMinutes(9));
        assertThat(look(10, End.MISSING)).isFalse();
        clock.pass(Duration.ofMinutes(1));
        assertThat(look(10, End.MISSING)).isTrue();
    }

    @Test
    void aPictureWithoutItsEndWaitsATenthOfThat() {
        look(10, End.MISSING_OF_PICTURE);
        clock.pass(Duration.ofSeconds(59));
        assertThat(look(10, End.MISSING_OF_PICTURE)).isFalse();
        clock.pass(Duration.ofSeconds(1));
        assertThat(look(10, End.MISSING_OF_PICTURE)).isTrue();
    }

    @Test
    void aFileOfTheSameNameAsOneThatWasTakenIsANewOne() {
        look(10, End.THERE);
        clock.pass(QUIET);
        assertThat(look(10, End.THERE)).isTrue();
        settling.forget("a.pdf");
        assertThat(look(10, End.THERE)).isFalse();
    }

    private boolean look(long length, End end) {
        return settling.isDone("a.pdf", new Look(length, 7), QUIET, PATIENCE, () -> end);
    }
}
