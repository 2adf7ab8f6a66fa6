package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code form list --json} and {@code form layout --json} against their published schemas. */
final class FormJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void listNamesEveryFormInBothLanguagesAsPublished() throws Exception {
        JsonNode list = JSON.readTree(run("list", "--json"));

        assertThat(mistakes("form-list", list)).isEmpty();
        assertThat(list.findValuesAsText("form")).contains("admission", "prescription", "observation");
        assertThat(list.get(0).path("titles").fieldNames())
                .toIterable()
                .as("order is the same on every run")
                .containsExactly("fr", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admission", "prescription", "observation"})
    void layoutIsAsPublishedAndTheSameInBothLanguages(String form) throws Exception {
        String french = run("layout", form, "--json");

        assertThat(mistakes("form-layout", JSON.readTree(french))).isEmpty();
        assertThat(run("layout", form, "--lang", "en", "--json")).isEqualTo(french);
    }

    @Test
    void layoutSchemaRefusesWhatIsNotPublished() throws Exception {
        List<String> missed = new ArrayList<>();
        for (String kind : List.of("comb", "tick", "line", "print")) {
            JsonNode layout = JSON.readTree(run("layout", "prescription", "--json"));
            for (JsonNode field : layout.path("pages").get(0).path("fields")) {
                if (field.path("kind").asText().equals(kind)) {
                    ((ObjectNode) field).put("colour", "red");
                    break;
                }
            }
            if (mistakes("form-layout", layout).isEmpty()) {
                missed.add(kind + " with a key nobody published");
            }
        }
        JsonNode layout = JSON.readTree(run("layout", "prescription", "--json"));
        ((ObjectNode) layout.path("pages").get(0).path("fields").get(0)).remove("box");
        if (mistakes("form-layout", layout).isEmpty()) {
            missed.add("field without box");
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void layoutCarriesWhatReadersNeed() throws Exception {
        JsonNode page = JSON.readTree(run("layout", "prescription", "--json"))
                .path("pages")
                .get(0);
        JsonNode dose = field(page, "dose-1");

        assertThat(dose.path("mask").asText()).isEqualTo("####,##");
        assertThat(dose.path("cells")).hasSize(6);
        assertThat(dose.path("criticality").asText()).isEqualTo("high");
        assertThat(field(page, "unit-1").path("options").findValuesAsText("value"))
                .containsExactly("g", "mg", "ug", "UI", "mL");
        assertThat(field(page, "drug-1").path("lexicon").asText()).isEqualTo("drugs");
        assertThat(page.path("codes")).hasSize(2);
    }

    private static JsonNode field(JsonNode page, String id) {
        for (JsonNode field : page.path("fields")) {
            if (field.path("id").asText().equals(id)) {
                return field;
            }
        }
        throw new AssertionError("no field " + id);
    }

    private static Set<ValidationMessage> mistakes(String schema, JsonNode json) throws IOException {
        JsonNode published = JSON.readTree(Files.readString(Path.of("docs/reference/" + schema + ".schema.json")));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(published)
                .validate(json);
    }

    private static String run(String... words) {
        StringWriter out = new StringWriter();
        int exit =
                new CommandLine(new FormCommand()).setOut(new PrintWriter(out)).execute(words);
        assertThat(exit).isZero();
        return out.toString();
    }
}
