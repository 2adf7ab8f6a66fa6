package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.cli.Cli;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/**
 * FEATURE UNDER TEST: race, religion and ethnic group (PID-10, 17, 22) are on no paper, whatever a feed says of them. Every
 * place where the three kinds of census can carry them holds a word that stands nowhere else; beside each stands a
 * trait that must be printed, so that a test that looks in the wrong place fails.
 */
final class ForbiddenTraitsPrintTest {

    /** In no word list, no name and no form. */
    private static final String FORBIDDEN = "Zzverboten";

    private static final String HL7_PATIENT = "900001";
    private static final String FHIR_PATIENT = "900002";
    private static final String CSV_PATIENT = "900003";
    /** One of each source, of what must be printed. */
    private static final Map<String, String> PERMITTED = Map.of(
            HL7_PATIENT, "Asthme sévère Zzerlaubt",
            FHIR_PATIENT, "Diabète Zzerlaubt",
            CSV_PATIENT, "Goutte Zzerlaubt");

    @TempDir
    private static Path folder = Path.of("");

    private static List<Path> kit = List.of();

    @BeforeAll
    static void buildAKitInWhichEveryFormIsPrefilled() throws IOException {
        Files.writeString(folder.resolve("adt.hl7"), hl7(), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("bundle.json"), fhir());
        Files.writeString(folder.resolve("ward.csv"), csv());
        Files.createDirectories(home().resolve("lists"));
        Files.writeString(home().resolve("lists/desks.csv"), "LAB;Laboratoire;lab\n");
        Files.writeString(
                home().resolve("stock.properties"),
                forms().map(form -> form + " = prefilled 1").collect(Collectors.joining("\n")));
        Cli built = launch("kit", "build", "--out", folder.resolve("kits").toString(), "--days", "1");
        assertThat(built.exit()).as(built.err()).isLessThan(2);
        try (Stream<Path> files = Files.walk(folder.resolve("kits"))) {
            kit = files.filter(Files::isRegularFile).toList();
        }
        assertThat(kit.stream().filter(file -> file.toString().endsWith(".pdf")))
                .as("every form and every list, of three wards")
                .hasSizeGreaterThan(3 * 38);
    }

    @Test
    void aKitSaysNothingOfRaceReligionAndEthnicGroupAndAllThatIsPermitted() throws IOException {
        Map<String, String> words = new TreeMap<>();
        for (Path file : kit) {
            boolean pdf = file.toString().endsWith(".pdf");
            words.put(file.toString(), pdf ? new PrintedPdf(file).text() : Files.readString(file));
        }
        assertThat(words)
                .as("nor broken into lines")
                .noneSatisfy(
                        (file, text) -> assertThat(text.replaceAll("\\s+", "")).containsIgnoringCase(FORBIDDEN));
        PERMITTED.forEach((patient, trait) -> assertThat(words.values())
                .as("the census with " + patient + " was read, and its sheets are in the kit")
                .anySatisfy(text -> assertThat(flat(text)).contains(trait)));
        String all = flat(String.join(" ", words.values()));
        assertThat(all).contains("12,9", "Créatinine", "eGFR non-african-american", "fille ", "pénicilline");
    }

    @ParameterizedTest
    @ValueSource(strings = {HL7_PATIENT, FHIR_PATIENT, CSV_PATIENT})
    void aFormPrintedForOnePatientSaysNothingOfThemEither(String patient) throws IOException {
        for (String form : List.of("patient-sheet", "last-results", "prescription", "imaging-history")) {
            Path pdf = folder.resolve(patient + form + ".pdf");
            Cli ran = launch("form", "print", form, "--patient", patient, "-o", pdf.toString());
            assertThat(ran.out() + ran.err()).doesNotContainIgnoringCase(FORBIDDEN);
            if (ran.exit() == 0) {
                assertThat(new PrintedPdf(pdf).text()).contains("DEMO-").doesNotContainIgnoringCase(FORBIDDEN);
            }
        }
        assertThat(flat(new PrintedPdf(folder.resolve(patient + "patient-sheet.pdf")).text()))
                .contains(PERMITTED.getOrDefault(patient, "nothing"));
    }

    private static Cli launch(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.add("--census");
        Stream.of("adt.hl7", "bundle.json", "ward.csv")
                .map(file -> folder.resolve(file).toString())
                .forEach(all::add);
        return Cli.launch(home(), all.toArray(String[]::new));
    }

    private static Stream<String> forms() {
        return ReleasedForms.load(TemplateFiles.ofProduct()).listForms().stream()
                .map(form -> form.ref().form())
                .distinct();
    }

    private static Path home() {
        return folder.resolve("home");
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** PID-10, 17 and 22, the same of the next of kin, and what engines put into diagnoses, precautions and results. */
    private static String hl7() {
        String pid = field(
                "PID",
                Map.of(
                        3, HL7_PATIENT + "^^^H^PI",
                        5, "DEMO-HL7^ZOE^^^^^L",
                        7, "19500101",
                        8, "F",
                        10, "1002-5^" + FORBIDDEN + "-race^HL70005",
                        17, "CAT^" + FORBIDDEN + "-religion^HL70006",
                        22, "H^" + FORBIDDEN + "-ethnie^HL70189"));
        String kin = field(
                "NK1",
                Map.of(
                        1, "1",
                        2, "DEMO-KIN^ANNA",
                        3, "DAU^fille ",
                        5, "06 00 00 00 01",
                        25, "CAT^" + FORBIDDEN + "^HL70006",
                        28, "H^" + FORBIDDEN + "^HL70189",
                        35, "1002-5^" + FORBIDDEN + "^HL70005"));
        String admission = String.join(
                        "\r",
                        header("A01", "ADT^A01", "1"),
                        "EVN|A01|20260209030000",
                        pid,
                        kin,
                        field("PV1", Map.of(2, "I", 3, "CARD^201^P", 19, "S900001", 38, "X^Religion : " + FORBIDDEN)),
                        field("PV2", Map.of(41, "X^Culte " + FORBIDDEN, 45, "X^Confession " + FORBIDDEN)),
                        "DG1|1||J45^" + PERMITTED.get(HL7_PATIENT) + "^CIM10||20260101",
                        "DG1|2||Z65^Religion : " + FORBIDDEN + "^CIM10||20260101",
                        "OBX|1|CWE|28245-9^Ethnicity^LN||X^" + FORBIDDEN + "^L||||||F",
                        "OBX|2|ST|PB^Problème||Religion " + FORBIDDEN + "||||||F",
                        "OBX|3|ST|REL^Religion, problème de régime||" + FORBIDDEN + "||||||F",
                        "AL1|1|DA|^pénicilline||urticaire")
                + "\r";
        String results = String.join(
                        "\r",
                        header("R01", "ORU^R01", "2"),
                        pid,
                        "PV1||I|CARD^201^P||||||||||||||||S900001",
                        "OBR|1||L1|BIO|||202602090610|||||||||||||||||CH|F",
                        "OBX|1|NM|14682-9^Créatinine^LN||12,9|mg/L|||||F",
                        "OBX|2|NM|48642-3^eGFR non-african-american race^LN||80|mL/min|||||F",
                        "OBX|3|CWE|32624-9^Race^LN||1002-5^" + FORBIDDEN + "^CDC||||||F",
                        "OBX|4|ST|45404-1^Appartenance^LN||" + FORBIDDEN + "||||||F",
                        "OBX|5|ST|ETH^Groupe ethnique^L||" + FORBIDDEN + "||||||F")
                + "\r";
        return admission + results;
    }

    private static String header(String event, String type, String number) {
        return "MSH|^~\\&|S|H|P|H|2026020903000" + number + "||" + type + "|" + event + number
                + "|P|2.5|||||FRA|UNICODE UTF-8";
    }

    private static String field(String segment, Map<Integer, String> values) {
        int last = values.keySet().stream().max(Integer::compare).orElse(0);
        StringBuilder text = new StringBuilder(segment);
        for (int i = 1; i <= last; i++) {
            text.append('|').append(values.getOrDefault(i, ""));
        }
        return text.toString();
    }

    /** The extensions of the American and the international profiles, and observations, conditions and flags. */
    private static String fhir() {
        return """
                {"resourceType":"Bundle","type":"collection","entry":[
                {"fullUrl":"urn:uuid:1","resource":{"resourceType":"Patient","id":"p1",
                "identifier":[{"value":"%1$s"}],"name":[{"family":"DEMO-FHIR","given":["Zoé"]}],"birthDate":"1950-01-01",
                "extension":[
                {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[
                {"url":"ombCategory","valueCoding":{"code":"1002-5","display":"%2$s"}},{"url":"text","valueString":"%2$s"}]},
                {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity","extension":[
                {"url":"text","valueString":"%2$s"}]},
                {"url":"http://hl7.org/fhir/StructureDefinition/patient-religion",
                "valueCodeableConcept":{"text":"%2$s"}}]}},
                {"fullUrl":"urn:uuid:2","resource":{"resourceType":"Location","id":"l1","name":"Cardiologie",
                "identifier":[{"value":"CARF"}],"physicalType":{"coding":[{"code":"wa"}]}}},
                {"fullUrl":"urn:uuid:3","resource":{"resourceType":"Encounter","id":"e1","status":"in-progress",
                "class":{"code":"IMP"},"identifier":[{"value":"S900002"}],"subject":{"reference":"urn:uuid:1"},
                "location":[{"location":{"reference":"urn:uuid:2"}}]}},
                {"resource":{"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"code":"active"}]},
                "subject":{"reference":"urn:uuid:1"},"code":{"text":"%3$s"}}},
                {"resource":{"resourceType":"Condition","id":"c2","clinicalStatus":{"coding":[{"code":"active"}]},
                "subject":{"reference":"urn:uuid:1"},"code":{"text":"Ethnie : %2$s"}}},
                {"resource":{"resourceType":"Flag","id":"f1","status":"active",
                "subject":{"reference":"urn:uuid:1"},"code":{"text":"Religion %2$s"}}},
                {"resource":{"resourceType":"Observation","id":"o1","status":"final",
                "category":[{"coding":[{"code":"laboratory"}]}],
                "code":{"coding":[{"system":"http://loinc.org","code":"80976-2","display":"Origine"}],"text":"Origine"},
                "subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-02-09T03:00:00Z","valueString":"%2$s"}},
                {"resource":{"resourceType":"Observation","id":"o2","status":"final",
                "category":[{"coding":[{"code":"social-history"}]}],"code":{"text":"Religious affiliation"},
                "subject":{"reference":"urn:uuid:1"},"effectiveDateTime":"2026-02-09T03:00:00Z",
                "valueCodeableConcept":{"text":"%2$s"}}}]}
                """.formatted(FHIR_PATIENT, FORBIDDEN, PERMITTED.get(FHIR_PATIENT));
    }

    /** A column for each, and words in columns for something else. */
    private static String csv() {
        return String.format(Locale.ROOT, """
                unit;patient;stay;name;given;problems;diet;contacts;race;religion;ethnic group;ethnie
                CARC;%1$s;S900003;DEMO-CSV;Zoé;%3$s | Religion : %2$s;culte %2$s;confession %2$s;%2$s;%2$s;%2$s;%2$s
                """, CSV_PATIENT, FORBIDDEN, PERMITTED.get(CSV_PATIENT));
    }
}
