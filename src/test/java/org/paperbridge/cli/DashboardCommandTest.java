package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;

/** FEATURE UNDER TEST: the numbers of the dashboard for a terminal and for monitoring. */
final class DashboardCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKitThatWasOnlyPrintedIsMissingByUnitAndNothingWaits() throws IOException {
        assertThat(run(
                        new StringWriter(),
                        "kit",
                        "build",
                        "--census",
                        "src/main/resources/demo/adt.hl7",
                        "--out",
                        folder.resolve("kits").toString()))
                .isZero();
        StringWriter out = new StringWriter();
        assertThat(run(out, "dashboard", "--json")).isZero();

        JsonNode board = JSON.readTree(out.toString());
        JsonNode schema = JSON.readTree(Files.readString(Path.of("docs/reference/dashboard.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(board))
                .isEmpty();
        assertThat(board.path("scanned").asInt()).isZero();
        assertThat(board.path("units")).isNotEmpty();
        int missing = 0;
        for (JsonNode unit : board.path("units")) {
            missing += unit.path("missing").asInt();
        }
        assertThat(board.path("missing").asInt()).isPositive().isEqualTo(missing);
        assertThat(board.at("/pace/minutesLeft").isMissingNode()).isTrue();

        StringWriter ledger = new StringWriter();
        assertThat(run(ledger, "ledger", "--json")).isZero();
        JsonNode pages = JSON.readTree(ledger.toString()).path("pages");
        assertThat(missing)
                .isEqualTo(
                        pages.path("outstanding").asInt() + pages.path("begun").asInt());

        StringWriter text = new StringWriter();
        assertThat(run(text, "dashboard")).isZero();
        assertThat(text.toString()).contains("missing      " + missing + " printed pages");
    }

    @Test
    void aPlaceWithoutAStoreIsOneLine() {
        assertThat(run(new StringWriter(), "dashboard")).isEqualTo(69);
    }

    private int run(StringWriter out, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve("home").toString();
        return Paperbridge.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(all);
    }
}
