package org.paperbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.cli.bench.hostile.SoundFiles;
import org.paperbridge.key.KeyRing;
import org.paperbridge.simulate.HostileFiles;
import org.paperbridge.simulate.HostileFiles.Hostile;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** A seeded sample of what {@code bench hostile} feeds to a whole server: damaged files and bombs, straight to intake. */
final class HostileFilesTest {

    private static final int FILES = 104;
    private static final int BOMB_BYTES = 1 << 28;
    private static final int MOST_SIDES = 3;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20261125})
    void eachGivesItsSidesOrSaysWhyNot(long seed) throws IOException {
        FilledPages made = new FilledPages(
                ReleasedForms.load(TemplateFiles.ofProduct()),
                KeyRing.generate(1, SeededSecrets.of(6)),
                Path.of("test-scans/handwriting"),
                seed);
        List<Hostile> sound = SoundFiles.make(made);
        HostileFiles hostile = new HostileFiles(sound, BOMB_BYTES, new SplittableRandom(seed));
        Map<String, Integer> became = new HashMap<>();
        List<String> fell = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Hostile file = hostile.make(i);
            try {
                became.merge(open(file), 1, Integer::sum);
            } catch (RuntimeException | StackOverflowError e) {
                fell.add(file.kind() + ": " + e);
            }
        }
        assertThat(fell).isEmpty();
        assertThat(became).containsKeys("read", "corrupt", "too-large", "empty-file");
        for (Hostile file : sound) {
            assertThat(open(file)).as(file.kind()).isEqualTo("read");
        }
    }

    private String open(Hostile hostile) throws IOException {
        Path file = Files.write(folder.resolve("file." + hostile.ending()), hostile.content());
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            for (int side = 0; side < Math.min(MOST_SIDES, delivered.pages()); side++) {
                var image = delivered.decode(side);
                assertThat((long) image.width() * image.height()).isLessThanOrEqualTo(Pixels.MOST_PIXELS);
            }
            return "read";
        } catch (UndecodableException e) {
            return e.reason().code();
        }
    }
}
