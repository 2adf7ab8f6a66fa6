package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.situation.Situation;
import org.slf4j.LoggerFactory;

final class PipelineTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();

    @BeforeEach
    void openStore() throws IOException {
        Files.createDirectories(home.resolve("inbox"));
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""), home, Clock.systemUTC());
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void closeStore() {
        root.detachAppender(log);
        root.setLevel(before);
        store.close();
    }

    @Test
    void aStackWithOneCorruptFileGoesOnToTheEnd() throws IOException {
        drop("DURAND-Jeanne.txt", "STACK\nsure AAAAAAAAA1\nasks AAAAAAAAA2\nblank\nnocode\nbroken\n");
        drop("empty.pdf", "");
        drop("junk.pdf", "this is no scan");
        drop("next.txt", "STACK\nsure AAAAAAAAA3\nsure AAAAAAAAA1\n");
        drop("again.txt", "STACK\nsure AAAAAAAAA3\nsure AAAAAAAAA1\n");
        CollectingSender ehr = new CollectingSender("fhir", 2);
        CollectingSender billing = new CollectingSender("billing", 0);

        try (Pipeline running = RunningPipeline.start(store, home, senders(ehr, billing), "p1")) {
            await(() -> {
                Situation s = store.situations().count();
                return s.batches() == 5
                        && s.tasks().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum()
                                == 6
                        && s.deliveries().equals(Map.of("acknowledged", 4L));
            });
        }

        Situation end = store.situations().count();
        assertThat(end.originals()).isEqualTo(Map.of("split", 2L, "refused", 2L));
        assertThat(end.outcomes())
                .isEqualTo(Map.of("read", 3L, "blank", 1L, "unidentified", 1L, "undecodable", 1L, "rescan", 1L));
        assertThat(end.tasks())
                .isEqualTo(Map.of(
                        "check-values",
                        1L,
                        "name-page",
                        1L,
                        "examine-page",
                        1L,
                        "examine-file",
                        2L,
                        "compare-rescan",
                        1L));
        assertThat(end.records()).isEqualTo(2);
        for (CollectingSender sender : List.of(ehr, billing)) {
            assertThat(sender.received).isEqualTo(Map.of("1-AAAAAAAAA1-1-pulse-1", 1, "1-AAAAAAAAA3-1-pulse-1", 1));
        }
        assertThat(listing("inbox")).isEmpty();
        assertThat(listing("inbox/.done")).hasSize(5);
        assertThat(messages()).noneMatch(m -> m.contains("DURAND") || m.contains("IPP0001") || m.contains("NDA0001"));
        assertThat(messages()).anyMatch(m -> m.contains("refused: not-a-document"));
    }

    @Test
    void aReaderThatFallsOverTakesOnlyItsOwnSideToAReviewer() throws IOException {
        drop("one.txt", "STACK\nsure AAAAAAAAA1\ncrash\nsure AAAAAAAAA2\n");
        try (Pipeline running = RunningPipeline.start(store, home, senders(), "p1")) {
            await(() -> store.situations().count().records() == 2
                    && store.situations().count().tasks().equals(Map.of("examine-page", 1L)));
        }
    }

    @Test
    void aPageNamedByAReviewerGoesOnByItself() throws IOException {
        drop("one.txt", "STACK\nnocode\n");
        try (Pipeline running = RunningPipeline.start(store, home, senders(), "p1")) {
            await(() -> task(TaskKind.NAME_PAGE).size() == 1);
            ReviewTask task = task(TaskKind.NAME_PAGE).getFirst();
            store.decisions()
                    .decide(task.id(), task.version(), "ada", List.of(new Answer.NamePage("AAAAAAAAA7", 1, 1)));
            await(() -> task(TaskKind.CHECK_VALUES).size() == 1);
        }
    }

    private List<ReviewTask> task(TaskKind kind) {
        return store.queue().listTasks(TaskFilter.open(), 0, 20).tasks().stream()
                .filter(t -> t.kind() == kind)
                .toList();
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(home.resolve("inbox").resolve(name), content);
    }

    private List<String> listing(String folder) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .toList();
        }
    }

    private List<String> messages() {
        return new ArrayList<>(log.list)
                .stream()
                        .map(e -> e.getFormattedMessage() + " " + e.getMDCPropertyMap()
                                + (e.getThrowableProxy() == null
                                        ? ""
                                        : e.getThrowableProxy().getMessage()))
                        .toList();
    }

    private static List<RecordSender> senders(CollectingSender... senders) {
        return senders.length > 0
                ? List.of(senders)
                : List.of(new CollectingSender("fhir", 0), new CollectingSender("billing", 0));
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen within a minute");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
