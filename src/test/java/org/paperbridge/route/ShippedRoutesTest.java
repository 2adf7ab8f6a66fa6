package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;

/** The routes as shipped, and what happens when somebody edits them badly. */
final class ShippedRoutesTest {

    private static final Path ROUTES = RunningPipeline.SHIPPED.resolve("routes");
    private static final Path TEMPLATES = RunningPipeline.SHIPPED.resolve("sources");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @BeforeEach
    void openStore() throws IOException {
        Files.createDirectories(home.resolve("inbox"));
        Files.createDirectories(home.resolve("pipeline/routes"));
        Files.createDirectories(home.resolve("pipeline/sources"));
        for (Path file : shippedRoutes()) {
            Files.copy(file, home.resolve(file));
        }
        Files.copy(
                RunningPipeline.SHIPPED.resolve("application.properties"),
                home.resolve("pipeline/application.properties"));
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""), home, Clock.systemUTC());
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    static List<Path> shippedRoutes() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.list(ROUTES), Files.list(TEMPLATES))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedRoutes")
    void everyRouteSaysWhatItIsForAndCallsOnlyBeans(Path file) throws IOException {
        JsonNode routes = new YAMLMapper().readTree(Files.readString(file));
        for (JsonNode entry : routes) {
            if (entry.has("routeConfiguration")) {
                continue;
            }
            JsonNode named = entry.has("route") ? entry.get("route") : entry.get("routeTemplate");
            JsonNode route = entry.has("route") ? named : named.get("route");
            assertThat(named.path("id").asText()).isNotEmpty();
            assertThat(named.path("description").asText()).hasSizeGreaterThan(20);
            assertThat(route.path("routeConfigurationId").asText()).isIn("page-errors", "file-errors", "remote-errors");
            assertThat(Files.readString(file)).doesNotContain("script:", "groovy", "delete: \"true");
        }
    }

    @Test
    void everyFileThatIsReadIsMovedNeverDeleted() throws IOException {
        JsonNode intake = new YAMLMapper()
                .readTree(Files.readString(ROUTES.resolve("10-intake.camel.yaml")))
                .get(0)
                .path("route")
                .path("from")
                .path("parameters");
        assertThat(intake.path("move").asText()).startsWith("{{intake.done}}");
        assertThat(intake.has("moveFailed")).as("what could not be kept stays").isFalse();
        assertThat(intake.path("exclusiveReadLockStrategy").asText()).isEqualTo("#settled");
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(delimiter = '|', textBlock = """
        10-intake.camel.yaml     | steps:              | stepz:                | stepz
        20-pages.camel.yaml      | method: readSlice   | method: readSlize     | readSlize
        20-pages.camel.yaml      | ref: worker         | ref: wörker           | wörker
        30-validation.camel.yaml | ref: judge          | ref: jugde            | jugde
        10-intake.camel.yaml     | exclusiveReadLockStrategy | exclusiveReadLok     | exclusiveReadLok
        10-intake.camel.yaml     | {{intake.quiet}}    | {{intake.quite}}      | {{intake.quite}} is not in application.properties
        20-pages.camel.yaml      | page-errors         | page-erors            | page-erors
        40-back-entry.camel.yaml | uri: "{{queue.delivery}}" | uri: "sedda:delivery" | sedda
        """)
    void aBadlyEditedRouteRefusesToStartAndSaysWhere(String file, String good, String bad, String said)
            throws IOException {
        Path route = home.resolve("pipeline/routes").resolve(file);
        String text = Files.readString(route);
        assertThat(text).contains(good);
        Files.writeString(route, text.replace(good, bad));
        assertThatThrownBy(this::start)
                .isInstanceOf(PipelineRefusedException.class)
                .hasMessageContaining(said);
    }

    @Test
    void aMissingBeanRefusesToStart() {
        Map<String, Object> beans = new HashMap<>(RunningPipeline.beans(store, List.of(), "p"));
        beans.remove("deliverer");
        assertThatThrownBy(() -> Pipeline.start(home.resolve("pipeline"), RunningPipeline.settings(home), beans)
                        .close())
                .isInstanceOf(PipelineRefusedException.class)
                .hasMessageContaining("deliverer");
    }

    @Test
    void aKeyNobodyUsesRefusesToStart() throws IOException {
        Path properties = home.resolve("pipeline/application.properties");
        Files.writeString(properties, Files.readString(properties) + "\nintake.driectory = inbox\nsweep.perod = 1\n");
        assertThatThrownBy(this::start)
                .hasMessageContaining("no route uses intake.driectory")
                .hasMessageContaining("no route uses sweep.perod");
    }

    @Test
    void aFolderWithoutRoutesSaysWhatItNeeds() {
        assertThatThrownBy(() -> Pipeline.start(home.resolve("nowhere"), Map.of(), Map.of())
                        .close())
                .hasMessageContaining("Name the folder with --pipeline");
    }

    private void start() {
        Pipeline.start(
                        home.resolve("pipeline"),
                        RunningPipeline.settings(home),
                        RunningPipeline.beans(store, List.of(), "p"))
                .close();
    }
}
