package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.server.ServerParts;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.app.server.WebPart;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.route.TextScans;
import org.paperbridge.store.TestStore;
import org.paperbridge.validation.situation.Situations;
import picocli.CommandLine;

/** {@code serve} and {@code status} on text scans, from the command line. */
final class ServeCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void itServesAndStatusCountsBesideIt() throws Exception {
        TextAssembly assembly = new TextAssembly();
        ServeCommand serve = new ServeCommand(assembly);
        CompletableFuture<Integer> exit =
                CompletableFuture.supplyAsync(() -> run(serve, "--home", home.toString(), "--port", "0"));
        Situations situations = assembly.ports.get(60, TimeUnit.SECONDS).situations();
        Files.writeString(home.resolve("inbox/DURAND.txt"), "STACK\nsure AAAAAAAAA1\nasks AAAAAAAAA2\nblank\n");
        Files.writeString(home.resolve("inbox/junk.pdf"), "junk");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (situations.count().tasks().size() < 2 || situations.count().records() < 1) {
            assertThat(System.nanoTime()).as("within a minute").isLessThan(end);
            Thread.sleep(50);
        }

        JsonNode status = status();
        assertThat(status.path("batches").asInt()).isEqualTo(2);
        assertThat(status.path("originals").path("refused").asInt()).isEqualTo(1);
        assertThat(status.path("tasks").path("check-values").asInt()).isEqualTo(1);
        assertThat(status.path("records").asInt()).isEqualTo(1);
        assertThat(status.path("freeBytes").asLong()).isPositive();

        ServeCommand second = new ServeCommand(new TextAssembly());
        assertThat(run(second, "--home", home.toString(), "--port", "0")).isEqualTo(69);
        assertThat(err.toString()).contains("Another Paperbridge runs on").contains("--home");

        serve.stop();
        assertThat(exit.get(60, TimeUnit.SECONDS)).isZero();
        assertThat(assembly.stopped).isCompleted();
        assertThat(out.toString()).contains("Screens: http://127.0.0.1:4242");
        assertThat(home.resolve("done")).isDirectoryContaining(f -> f.toString().endsWith("DURAND.txt"));
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThat(run(new ServeCommand(new TextAssembly()), "--home", home.toString(), "--port", port + ""))
                    .isEqualTo(69);
            assertThat(err.toString().strip().lines()).hasSize(1);
            assertThat(err.toString()).contains("Port " + port).contains("--port");
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        assertThat(run(
                        new ServeCommand(new TextAssembly()),
                        "--home",
                        file.resolve("home").toString()))
                .isEqualTo(73);
        assertThat(err.toString().strip().lines()).hasSize(1);
        assertThat(err.toString()).contains("Cannot write").contains("--home");
    }

    @Test
    void aStoreThatIsNotThereIsSaidInOneLine() throws IOException {
        Files.writeString(
                home.resolve("paperbridge.properties"),
                "store.url = jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1\nstore.user = x\n");
        assertThat(run(new ServeCommand(new TextAssembly()), "--home", home.toString(), "--port", "0"))
                .isEqualTo(69);
        assertThat(err.toString()).contains("cannot be opened").contains("store.url");
    }

    @Test
    void wrongSettingsRoutesOrPolicyAreConfigurationMistakes() throws IOException {
        Path bare = Files.createDirectories(home.resolve("bare"));
        assertThat(run(new ServeCommand(new TextAssembly()), "--home", home.toString(), "--pipeline", bare.toString()))
                .isEqualTo(78);
        assertThat(err.toString()).contains("no risk policy");
        Files.copy(Path.of("pipeline/risk-policy.yaml"), bare.resolve("risk-policy.yaml"));
        assertThat(run(
                        new ServeCommand(new TextAssembly()),
                        "--home",
                        home.toString(),
                        "--port",
                        "0",
                        "--pipeline",
                        bare.toString()))
                .isEqualTo(78);
        assertThat(err.toString()).contains("There is no pipeline in");
        Files.writeString(home.resolve("paperbridge.properties"), "web.prot = 1\n");
        assertThat(run(new ServeCommand(new TextAssembly()), "--home", home.toString()))
                .isEqualTo(78);
        assertThat(err.toString()).contains("unknown key web.prot");
    }

    @Test
    void aMissingKeyRingIsSaidByTheAssembly() {
        ServeCommand.Assembly without = new ServeCommand.Assembly() {
            @Override
            public ServerParts assemble(ServerSettings settings) {
                throw new ServerRefusedException(
                        ServerRefusedException.Cause.UNAVAILABLE, "There is no key ring in " + settings.home());
            }

            @Override
            public WebPart web(org.paperbridge.app.settings.ServerSettings settings) {
                return (ports, address, port) -> new WebPart.Screens(port, () -> {});
            }
        };
        assertThat(run(new ServeCommand(without), "--home", home.toString())).isEqualTo(69);
        assertThat(err.toString()).contains("There is no key ring in " + home);
    }

    @Test
    void statusOfAFolderWithoutAStoreSaysSo() {
        assertThat(run(new StatusCommand(), "--home", home.toString())).isEqualTo(69);
        assertThat(err.toString()).contains("There is no store in").contains("--home");
    }

    private JsonNode status() throws IOException {
        StringWriter json = new StringWriter();
        assertThat(new CommandLine(new StatusCommand())
                        .setOut(new PrintWriter(json, true))
                        .execute("--home", home.toString(), "--json"))
                .isZero();
        JsonNode status = new ObjectMapper().readTree(json.toString());
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("docs/reference/status.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(status))
                .isEmpty();
        return status;
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Text scans in place of the stages, and a web part that only remembers what it was given. */
    private static final class TextAssembly implements ServeCommand.Assembly {

        private final CompletableFuture<WebPart.Ports> ports = new CompletableFuture<>();
        private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

        @Override
        public ServerParts assemble(ServerSettings settings) {
            TextScans scans = new TextScans();
            return new ServerParts(
                    TestStore.FORMS,
                    scans,
                    printed -> scans,
                    KnownPeople::nobody,
                    org.paperbridge.form.formulary.Formulary::none,
                    TestStore.key(1),
                    List.of(),
                    (store, crops) -> List.of(),
                    List.of());
        }

        @Override
        public WebPart web(org.paperbridge.app.settings.ServerSettings settings) {
            return (given, address, port) -> {
                ports.complete(given);
                return new WebPart.Screens(4242, () -> stopped.complete(true));
            };
        }
    }
}
