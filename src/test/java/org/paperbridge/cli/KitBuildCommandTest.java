package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;
import picocli.CommandLine;

final class KitBuildCommandTest {

    private static final String CENSUS = "src/main/resources/demo/adt.hl7";

    @TempDir
    private Path folder = Path.of("");

    private record Ran(int exit, String out, String err) {}

    @Test
    void theManifestKeepsToItsSchemaAndNamesNobody() throws IOException {
        Ran ran = run("kit", "build", "--census", CENSUS, "--out", kits().toString(), "--unit", "CARD", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode manifest = new ObjectMapper().readTree(ran.out());
        JsonNode schema =
                new ObjectMapper().readTree(Files.readString(Path.of("docs/reference/kit-build.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(manifest))
                .isEmpty();
        assertThat(manifest.path("files")).hasSizeGreaterThanOrEqualTo(7);
        assertThat(ran.out()).doesNotContainIgnoringCase("alouette").doesNotContain("90010181");
        assertThat(Files.readString(kits().resolve("manifest.json"))).isEqualTo(ran.out());
        for (JsonNode file : manifest.path("files")) {
            assertThat(kits().resolve(file.path("path").asText())).isRegularFile();
        }
    }

    @Test
    void aSealedKitOpensWithThePasswordOfTheRingAndItsFilesAreVerified() throws IOException {
        Ran ran = run("kit", "build", "--census", CENSUS, "--out", kits().toString(), "--seal", "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode manifest = new ObjectMapper().readTree(ran.out());
        assertThat(manifest.path("sealed").asBoolean()).isTrue();
        Path pdf = kits().resolve("CARD/20-prescription.pdf");
        assertThatThrownBy(() -> Loader.loadPDF(pdf.toFile())).isInstanceOf(InvalidPasswordException.class);
        String password = run("key", "password").out().strip();
        try (PDDocument document = Loader.loadPDF(pdf.toFile(), password)) {
            assertThat(document.getEncryption().getLength()).isEqualTo(256);
            assertThat(document.getVersion()).isLessThanOrEqualTo(1.7f);
            assertThat(new PDFTextStripper().getText(document)).contains("DEMO-ALOUETTE");
        }
        assertThat(run("kit", "verify", kits().toString(), "--max-age", "1000000")
                        .exit())
                .isZero();
        assertThat(run("kit", "verify", kits().toString(), "--max-age", "0").exit())
                .isEqualTo(1);
    }

    @Test
    void whatWasChangedOnTheStickIsFound() throws IOException {
        run("kit", "build", "--census", CENSUS, "--out", kits().toString(), "--unit", "CARD");
        Path cover = kits().resolve("CARD/00-start-here.pdf");
        Files.write(cover, new byte[] {0}, StandardOpenOption.APPEND);
        Files.delete(kits().resolve("CARD/01-census.pdf"));
        Files.writeString(kits().resolve("CARD/virus.exe"), "x");
        Ran ran = run("kit", "verify", kits().toString(), "--json");
        assertThat(ran.exit()).isEqualTo(3);
        JsonNode said = new ObjectMapper().readTree(ran.out());
        assertThat(said.path("genuine").asBoolean()).isTrue();
        assertThat(said.path("altered").get(0).asText()).isEqualTo("CARD/00-start-here.pdf");
        assertThat(said.path("missing").get(0).asText()).isEqualTo("CARD/01-census.pdf");
        assertThat(said.path("extra").get(0).asText()).isEqualTo("CARD/virus.exe");
        Path manifest = kits().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"fr\"", "\"en\""));
        assertThat(run("kit", "verify", kits().toString()).out()).contains("NOT signed");
        String other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        assertThat(run("kit", "verify", kits().toString(), "--key", other).exit())
                .isEqualTo(3);
        assertThat(run("kit", "verify", folder.toString()).exit()).isEqualTo(2);
    }

    @Test
    void onlyUnitsInWhichSomethingChangedArePrintedAgain() throws IOException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Files.copy(Path.of(CENSUS), feed.resolve("adt.hl7"));
        Files.setLastModifiedTime(
                feed.resolve("adt.hl7"), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(watch(feed).err()).contains("Printed CARD, MEDP.");
        String before = Files.readString(kits().resolve("manifest.json"));
        assertThat(watch(feed).err()).contains("Nothing changed.");
        Files.writeString(
                feed.resolve("mllp-2026.hl7"),
                "MSH|^~\\&|S|H|P|H|20261231230000||ADT^A08|X9|P|2.5\rEVN|A08|20261231230000\r"
                        + "PID|||90010181^^^H^PI||DEMO-AUTRE^X^^^^^L\rPV1||I|CARD^201^P||||||||||||||||269020189\r");
        Ran changed = watch(feed);
        assertThat(changed.err()).contains("Printed CARD.");
        String after = Files.readString(kits().resolve("manifest.json"));
        assertThat(serials(before, "MEDP")).isNotEmpty().isEqualTo(serials(after, "MEDP"));
        List<String> known = serials(before, "CARD");
        assertThat(serials(after, "CARD"))
                .as("three sheets of the patient who changed, one with a pharmacy copy")
                .hasSameSizeAs(known)
                .filteredOn(serial -> !known.contains(serial))
                .hasSize(4);
        assertThat(folder.resolve("kits.2/CARD/01-census.pdf")).isRegularFile();
        assertThat(run("kit", "verify", kits().toString(), "--max-age", "1000000")
                        .exit())
                .isZero();
        assertThat(Files.readString(folder.resolve("home/kit-freshness.txt"))).contains("MEDP", "patients");
        assertThat(runAlone("kit", "freshness", folder.resolve("nothing").toString())
                        .exit())
                .isEqualTo(1);
        assertThat(runAlone("kit", "freshness", kits().toString(), "--max-age", "9999999", "--json")
                        .out())
                .contains("\"alarm\" : false", "\"patients\" : 12");
    }

    private Ran watch(Path feed) throws IOException {
        return run("kit", "watch", "--once", "--feed", feed.toString(), "--out", kits().toString());
    }

    private static List<String> serials(String manifest, String unit) throws IOException {
        List<String> serials = new ArrayList<>();
        for (JsonNode file : new ObjectMapper().readTree(manifest).path("files")) {
            if (file.path("unit").asText().equals(unit)) {
                file.path("forms")
                        .forEach(form -> serials.add(form.path("serial").asText()));
            }
        }
        return serials;
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsOneLine() throws IOException {
        Files.writeString(kits(), "a file");
        Ran ran = run("kit", "build", "--census", CENSUS, "--out", kits().toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines().filter(line -> line.contains(kits().toString())))
                .hasSize(1);
        assertThat(ran.err()).doesNotContain("\tat ");
    }

    @Test
    void twoCopiesAreTwoSheets() throws IOException {
        Path pdf = folder.resolve("forms.pdf");
        Ran ran = run(
                "form",
                "print",
                "prescription",
                "--copies",
                "2",
                "--copies-for",
                "original",
                "--lang",
                "en",
                "-o",
                pdf.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
            var codes = java.util.regex.Pattern.compile("[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{2}")
                    .matcher(text)
                    .results()
                    .map(java.util.regex.MatchResult::group)
                    .toList();
            assertThat(codes).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPharmacyCopySaysSoAndSharesItsOriginalsSerial() throws IOException {
        Path pdf = folder.resolve("forms.pdf");
        assertThat(run("form", "print", "prescription", "--lang", "en", "-o", pdf.toString())
                        .exit())
                .isZero();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            String text = new org.apache.pdfbox.text.PDFTextStripper().getText(document);
            assertThat(text).contains("Original: patient record", "Copy: pharmacy");
            var codes = java.util.regex.Pattern.compile("([0-9A-Z]{5}-[0-9A-Z]{5})-[0-9A-Z]{2}")
                    .matcher(text)
                    .results()
                    .toList();
            assertThat(codes).extracting(m -> m.group(0)).hasSize(2).doesNotHaveDuplicates();
            assertThat(codes.get(0).group(1)).isEqualTo(codes.get(1).group(1));
        }
        assertThat(run("form", "print", "prescription", "--copies-for", "pharmacy", "-o", pdf.toString())
                        .err())
                .contains("original,pharmacy");
        assertThat(run("form", "print", "admission", "--copies-for", "original", "-o", pdf.toString())
                        .err())
                .contains("admission v2 is printed once");
    }

    @Test
    void noRunningDrugIsLeftOutForWantOfALine() throws IOException {
        StringBuilder bundle = new StringBuilder("""
                {"resourceType":"Bundle","type":"collection","entry":[
                {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p1",
                "identifier":[{"value":"900123"}],"name":[{"family":"DEMO","given":["Zoé"]}],"birthDate":"1950-01-01"}}""");
        for (int i = 1; i <= 6; i++) {
            bundle.append("""
                    ,{"resource":{"resourceType":"MedicationRequest","status":"active","intent":"order",
                    "subject":{"reference":"Patient/p1"},"medicationCodeableConcept":{"text":"demomycine %d"}}}""".formatted(i));
        }
        Path patient = Files.writeString(folder.resolve("patient.json"), bundle + "]}");
        Path pdf = folder.resolve("forms.pdf");
        Ran ran = run("form", "print", "prescription", "--patient", patient.toString(), "-o", pdf.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages())
                    .as("two sheets and their pharmacy copies")
                    .isEqualTo(4);
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("demomycine 1", "demomycine 4", "demomycine 5", "demomycine 6");
        }
    }

    @Test
    void theKeysAreShownWithoutAKey() throws IOException {
        assertThat(run("key", "init", "--site", "42").exit()).isZero();
        assertThat(run("key", "init", "--site", "43").exit()).isEqualTo(2);
        assertThat(run("key", "rotate").exit()).isZero();
        JsonNode shown =
                new ObjectMapper().readTree(run("key", "show", "--json").out());
        assertThat(shown.path("site").asInt()).isEqualTo(42);
        assertThat(shown.path("sealsWith").asInt()).isEqualTo(2);
        assertThat(shown.path("reads")).hasSize(2);
    }

    private Path kits() {
        return folder.resolve("kits");
    }

    private Ran run(String... args) throws IOException {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--home";
        all[args.length + 1] = folder.resolve("home").toString();
        return runAlone(all);
    }

    private static Ran runAlone(String... all) throws IOException {
        PrintStream before = System.out;
        PrintStream beforeErr = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        StringWriter said = new StringWriter();
        try (PrintStream tee = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream teeErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(tee);
            System.setErr(teeErr);
            CommandLine line = Paperbridge.commandLine().setErr(new PrintWriter(said, true));
            int exit = line.execute(all);
            return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8) + said);
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
        }
    }
}
