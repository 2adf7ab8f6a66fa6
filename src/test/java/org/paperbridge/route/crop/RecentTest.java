package org.paperbridge.route.crop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RecentTest {

    @Test
    void theLastOnesAreNotMadeAgain() {
        List<String> made = new ArrayList<>();
        Recent<String, String> recent = new Recent<>(2, key -> {
            made.add(key);
            return Optional.of(key + "!");
        });
        for (String key : List.of("a", "b", "a", "c", "a", "b")) {
            assertThat(recent.find(key)).contains(key + "!");
        }
        assertThat(made).as("b was asked for longest ago when c came").containsExactly("a", "b", "c", "b");
        assertThat(recent.has("b")).isTrue();
        assertThat(recent.has("c")).isFalse();
    }

    @Test
    void whoAsksForWhatIsBeingMadeWaitsForIt() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch may = new CountDownLatch(1);
        Recent<String, Integer> recent = new Recent<>(2, key -> {
            asked.countDown();
            await(may);
            return Optional.of(made.incrementAndGet());
        });
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Future<Optional<Integer>> first = people.submit(() -> recent.find("page"));
            asked.await();
            Future<Optional<Integer>> second = people.submit(() -> recent.find("page"));
            may.countDown();
            assertThat(first.get()).contains(1);
            assertThat(second.get()).contains(1);
        }
    }

    @Test
    void whatFailedIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        Recent<String, Integer> recent = new Recent<>(2, key -> switch (tries.incrementAndGet()) {
            case 1 -> throw new IllegalStateException("the disk is gone");
            case 2 -> Optional.empty();
            default -> Optional.of(3);
        });
        assertThatThrownBy(() -> recent.find("page")).isInstanceOf(IllegalStateException.class);
        assertThat(recent.find("page")).isEmpty();
        assertThat(recent.find("page")).contains(3);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
