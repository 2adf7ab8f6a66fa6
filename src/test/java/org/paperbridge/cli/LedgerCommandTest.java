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
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;

/** FEATURE UNDER TEST: what the kits of a hospital leave to be looked for. */
final class LedgerCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theNewestKitIsLookedForAndOneNobodyUsedIsNot() throws IOException {
        kit();
        JsonNode first = ledger();
        Set<String> firstSerials = serials(first);
        assertThat(first.at("/pages/outstanding").asInt()).isPositive();
        assertThat(first.at("/pages/stock").asInt()).isPositive();
        assertThat(first.at("/pages/replaced").asInt()).isZero();
        assertThat(firstSerials).isNotEmpty().isSubsetOf(inKit());

        kit();
        JsonNode second = ledger();
        assertThat(second.at("/pages/outstanding").asInt())
                .isEqualTo(first.at("/pages/outstanding").asInt());
        assertThat(second.at("/pages/replaced").asInt())
                .isEqualTo(first.at("/pages/printed").asInt());
        assertThat(serials(second)).isNotEmpty().isSubsetOf(inKit()).doesNotContainAnyElementsOf(firstSerials);
    }

    @Test
    void aPlaceWithoutAStoreIsOneLine() {
        StringWriter err = new StringWriter();
        assertThat(run(new StringWriter(), err, "ledger")).isEqualTo(69);
        assertThat(err.toString()).contains("There is no store in").contains("--home");
    }

    private void kit() {
        int exit = run(
                new StringWriter(),
                new StringWriter(),
                "kit",
                "build",
                "--census",
                "src/main/resources/demo/adt.hl7",
                "--out",
                folder.resolve("kits").toString());
        assertThat(exit).isZero();
    }

    private JsonNode ledger() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(run(out, new StringWriter(), "ledger", "--json", "--chase", "10000"))
                .isZero();
        JsonNode ledger = JSON.readTree(out.toString());
        JsonNode schema = JSON.readTree(Files.readString(Path.of("docs/reference/ledger.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(ledger))
                .isEmpty();
        JsonNode pages = ledger.path("pages");
        int sum = 0;
        for (String word : new String[] {"returned", "begun", "outstanding", "declared", "stock", "replaced"}) {
            sum += pages.path(word).asInt();
        }
        assertThat(pages.path("printed").asInt()).isEqualTo(sum);
        return ledger;
    }

    private static Set<String> serials(JsonNode ledger) {
        Set<String> serials = new HashSet<>();
        ledger.path("chase").forEach(sheet -> serials.add(sheet.path("serial").asText()));
        return serials;
    }

    private Set<String> inKit() throws IOException {
        Set<String> serials = new HashSet<>();
        for (JsonNode file : JSON.readTree(Files.readString(folder.resolve("kits/manifest.json")))
                .path("files")) {
            file.path("forms").forEach(form -> serials.add(form.path("serial").asText()));
        }
        return serials;
    }

    private int run(StringWriter out, StringWriter err, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve("home").toString();
        return Paperbridge.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
