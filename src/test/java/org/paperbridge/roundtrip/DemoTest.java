package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.SiteAssembly;
import org.paperbridge.demo.Demo;
import org.paperbridge.demo.DemoWords;

/** The whole road: admission feed to three receivers, every record counted. */
final class DemoTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyRecordArrivesOnceAndNothingIsSilentlyWrong() throws Exception {
        List<String> told = new ArrayList<>();
        Demo demo = new Demo(
                new SiteAssembly(Map.of()),
                new DemoWords("fr", told::add),
                folder.resolve("demo"),
                Path.of("test-scans/handwriting"),
                3);

        assertThat(demo.run(0, Optional.empty())).isEmpty();
        assertThat(told).anySatisfy(line -> assertThat(line).contains("Faux en silence : aucun."));
    }
}
