package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code read --json} on printed pages and on bad files, against its published schema. */
final class ReadJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySideAndEveryBadFileGetsOneLineAsPublished() throws IOException {
        Path pdf = folder.resolve("two.pdf");
        run(
                "form",
                "print",
                "prescription",
                "--copies",
                "2",
                "--copies-for",
                "original",
                "-o",
                pdf.toString(),
                "--home",
                folder + "/home");
        Path text = Files.writeString(folder.resolve("renamed.pdf"), "not a PDF");
        Path empty = Files.createFile(folder.resolve("empty.tif"));

        List<JsonNode> lines = read(
                pdf.toString(),
                text.toString(),
                empty.toString(),
                folder.resolve("gone.pdf").toString());

        assertThat(lines)
                .extracting(l -> l.path("outcome").asText())
                .containsExactly("read", "read", "undecodable", "undecodable", "undecodable");
        assertThat(lines)
                .extracting(l -> l.path("reason").asText())
                .containsExactly("", "", "not-an-image", "empty-file", "no-such-file");
        assertThat(lines.get(0).path("identity").path("serial"))
                .isNotEqualTo(lines.get(1).path("identity").path("serial"));
        lines.forEach(line -> assertThat(schema().validate(line)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "number", "none", "NONE"})
    void whatIsComparedIsNamedAsItsHelpNamesIt(String how) {
        Path pdf = folder.resolve("one.pdf");
        String home = folder + "/home";
        assertThat(Cli.launch(folder.resolve("home"), "form", "print", "observation", "-o", pdf.toString())
                        .exit())
                .isZero();

        Cli ran = Cli.launch("read", "--json", "--identity", how, pdf.toString(), "--home", home);

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("\"read\"");
    }

    @Test
    void theSameFileIsReadTheSameTwice() throws IOException {
        Path pdf = folder.resolve("one.pdf");
        run("form", "print", "observation", "-o", pdf.toString(), "--home", folder + "/home");

        assertThat(withoutTime(read(pdf.toString()))).isEqualTo(withoutTime(read(pdf.toString())));
    }

    @Test
    void theSchemaRefusesWhatIsNotPublished() throws IOException {
        Path pdf = folder.resolve("one.pdf");
        run("form", "print", "admission", "-o", pdf.toString(), "--home", folder + "/home");
        ObjectNode line = (ObjectNode) read(pdf.toString()).getFirst();
        line.put("outcome", "perhaps");

        assertThat(schema().validate(line)).isNotEmpty();
    }

    private List<JsonNode> read(String... files) throws IOException {
        List<String> words = new ArrayList<>(List.of("read", "--json", "--home", folder + "/home"));
        words.addAll(List.of(files));
        List<JsonNode> lines = new ArrayList<>();
        for (String line : run(words.toArray(String[]::new)).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<JsonNode> withoutTime(List<JsonNode> lines) {
        lines.forEach(l -> ((ObjectNode) l).remove("ms"));
        return lines;
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("docs/reference/read.schema.json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String run(String... words) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            new CommandLine(new RootCommand()).execute(words);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
