package org.paperbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.publish.KitPublishing;

/** FEATURE UNDER TEST: every target gets every kit; what fails is tried again, told, and holds up nobody. */
final class PublisherTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOON = Instant.parse("2026-02-09T11:00:00Z");
    private static final Path SHIPPED = Path.of("pipeline/publish");

    @TempDir
    private Path home = Path.of("");

    @Test
    void theShippedRoutesServeOneTargetWhileAnotherHangs() throws Exception {
        Path kit = SmallKit.write(home.resolve("kit"), 2, 1, true);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        Publisher publisher = new Publisher(
                List.of(
                        planned("hangs", any -> {
                            reached.countDown();
                            hold(over);
                            return new Said("fini", "done");
                        }),
                        planned("share", folder("share"))),
                kit,
                SmallKit.SITE.getPublic(),
                new StateFolder(home),
                Clock.systemUTC());
        try (Pipeline running = KitPublishing.start(SHIPPED, publisher, Map.of("publish.period", "50"))) {
            assertThat(running).isNotNull();
            assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
            awaitManifest("T01:");
            SmallKit.write(kit, 2, 2, true);
            awaitManifest("T02:");
            over.countDown();
        }
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left.map(path -> String.valueOf(path.getFileName())))
                    .containsExactlyInAnyOrder("kit", "share", "share.1", "publish");
        }
    }

    @Test
    void whatFailsIsTriedAgainLaterAndLaterAndIsAnAlarmAfterItsTime() throws Exception {
        Path kit = SmallKit.write(home.resolve("kit"), 2, 1, true);
        StateFolder states = new StateFolder(home);
        Target broken = any -> {
            throw new PublishException("La clé n'est pas branchée.", "The stick is not plugged in.");
        };
        Instant now = NOON;
        for (long minutes : new long[] {1, 2, 4, 8, 16, 30, 30}) {
            Publisher publisher = publisher(planned("stick", broken), kit, now);
            assertThat(publisher.due()).containsExactly("stick");
            assertThat(publisher.due()).as("not begun twice").isEmpty();
            publisher.publish("stick");
            Instant next = now.plus(Duration.ofMinutes(minutes));
            assertThat(publisher(planned("stick", broken), kit, next.minusSeconds(1))
                            .due())
                    .isEmpty();
            now = next;
        }
        TargetState state = states.read("stick").orElseThrow();
        assertThat(state.failingSince()).contains(NOON);
        assertThat(state.alarming(NOON.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(state.alarming(NOON.plus(Duration.ofMinutes(60)))).isTrue();

        Publisher mended = publisher(planned("stick", folder("stick")), kit, now);
        assertThat(mended.due()).containsExactly("stick");
        assertThat(mended.publish("stick").failing()).isFalse();
        assertThat(mended.due()).as("the same kit once").isEmpty();
        states.forgetOthers(List.of());
        assertThat(states.list()).isEmpty();
    }

    /** Times are UTC; the hours of the target are 02:30 and 21:00 in Paris. */
    @ParameterizedTest(name = "last done {0}, now {1}: {2}")
    @CsvSource({
        "2026-02-09T11:00:00Z, 2026-02-09T19:59:59Z, false",
        "2026-02-09T11:00:00Z, 2026-02-09T20:00:00Z, true",
        "2026-02-09T20:00:30Z, 2026-02-10T01:29:00Z, false",
        "2026-02-09T20:00:30Z, 2026-02-10T01:30:00Z, true",
        // the machine was off for two days: once, not four times
        "2026-02-07T20:00:30Z, 2026-02-09T12:00:00Z, true",
        "2026-02-09T12:00:00Z, 2026-02-09T12:00:10Z, false",
        // 02:30 does not exist on that night; 03:30 summer time stands for it
        "2026-03-28T20:00:30Z, 2026-03-29T01:29:00Z, false",
        "2026-03-28T20:00:30Z, 2026-03-29T01:30:00Z, true"
    })
    void aPrinterPrintsWhenItsHourStruckSinceTheLastTime(Instant done, Instant now, boolean wanted) {
        Schedule schedule = new Schedule(List.of(LocalTime.of(2, 30), LocalTime.of(21, 0)), PARIS);
        assertThat(schedule.wants(TargetState.fresh("ward", done), "another kit", now))
                .isEqualTo(wanted);
    }

    @Test
    void everyMistakeInTheSettingsIsListedAtOnce() throws Exception {
        Files.writeString(home.resolve("targets.properties"), """
                a.kind = sftp
                a.port = many
                a.hots = x
                b.kind = printer
                b.uri = http://x
                b.sides = both
                c.kind = stick
                c.mount = /media/x
                c.directory = ..
                d.kind = pigeon
                e.kind = folder
                e.on = perhaps
                Nameless = 1
                """);
        assertThatThrownBy(() -> targets(home))
                .isInstanceOf(TargetsRefusedException.class)
                .hasMessageContainingAll(
                        "targets.properties: a.host is missing",
                        "a.user is missing",
                        "a.known-hosts is missing",
                        "a.key-file or password-file is missing",
                        "a.port is a number from 1 to 65535",
                        "a.hots is no setting of this kind of target",
                        "b.uri is ipp://",
                        "b.sides is one-sided",
                        "b.at is missing",
                        "c.directory is a folder on the stick, below its top",
                        "d.kind is folder, stick, sftp or printer",
                        "e.directory is missing",
                        "e.on is true or false",
                        "Nameless is not name.key");
    }

    @Test
    void theShippedTargetsAreWholeAndAllOff() throws Exception {
        assertThat(targets(SHIPPED)).isEmpty();
        String shipped = Files.readString(SHIPPED.resolve("targets.properties"));
        Files.writeString(home.resolve("targets.properties"), shipped.replace("on = false", "on = true"));
        assertThat(targets(home)).extracting(PlannedTarget::name).containsExactly("share", "standby", "stick", "ward");
        Files.writeString(home.resolve("targets.properties"), shipped.replaceFirst("on = false", "off = false"));
        assertThatThrownBy(() -> targets(home)).hasMessageContaining("share.off is no setting");
    }

    private static List<PlannedTarget> targets(Path folder) throws java.io.IOException {
        return new TargetsFile(folder.resolve(TargetsFile.NAME), PARIS, (entry, pdf, duplex) -> pdf, Clock.systemUTC())
                .read();
    }

    private Publisher publisher(PlannedTarget target, Path kit, Instant now) {
        return new Publisher(
                List.of(target),
                kit,
                SmallKit.SITE.getPublic(),
                new StateFolder(home),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private Target folder(String name) {
        return new FolderTarget(home.resolve(name), Optional.empty(), 1, false);
    }

    private static PlannedTarget planned(String name, Target target) {
        return new PlannedTarget(name, target, new Schedule(List.of(), PARIS), Duration.ofHours(1));
    }

    private void awaitManifest(String built) {
        Path manifest = home.resolve("share/manifest.json");
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                if (Files.readString(manifest).contains(built)) {
                    return;
                }
            } catch (java.io.IOException e) {
                // Not there yet, or just being replaced.
                Thread.yield();
            }
            assertThat(System.nanoTime()).as("published in 30 s").isLessThan(end);
        }
    }

    private static void hold(CountDownLatch over) {
        try {
            assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
