package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.census.BedsideNote.Kind;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Intake;
import org.paperbridge.form.census.Intake.Moment;
import org.paperbridge.form.census.Letter;

/** What the sheets of a patient say, from each of the three kinds of sources; silence stays silence. */
final class BedsideFactsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-09T03:12:00Z"), ZoneOffset.UTC);

    private final CensusReader reader = new CensusReader(PARIS, CLOCK);

    @Test
    void anAdmissionSaysDiagnosesDietPrecautionsDirectivesAndWhomToCall() {
        Census census = read(adt("A01", "1", """
                DG1|1||I50.1^Insuffisance cardiaque gauche^CIM10||20260207|A
                NK1|1|DEMO-PROCHE^Ada|SPO^épouse||0600000001|||||||||||||||||||REL^confession X|||ETH^groupe Y|||||||RACE^race Z
                OBX|1|NM|29463-7^Poids^LN||82|kg|||||F|||20260208
                OBX|2|ST|ISO^Isolement||contact||||||F
                """.replace("\n", "\r")));
        assertThat(texts(census, Kind.PROBLEM)).containsExactly("Insuffisance cardiaque gauche");
        assertThat(texts(census, Kind.CONTACT)).containsExactly("DEMO-PROCHE Ada · épouse · 0600000001");
        assertThat(texts(census, Kind.DIET)).containsExactly("sans sel");
        assertThat(texts(census, Kind.ISOLATION)).containsExactly("contact");
        assertThat(texts(census, Kind.ALERT)).containsExactly("chute");
        assertThat(texts(census, Kind.CODE_STATUS)).containsExactly("DNR");
        assertThat(texts(census, Kind.DEVICE)).isEmpty();
        assertThat(census.patients().getFirst().weighedAt()).contains(Instant.parse("2026-02-07T23:00:00Z"));
        assertThat(census.toString())
                .doesNotContain("confession", "groupe Y", "race Z", "RACE-PID", "CULTE-PID", "ETHNIE-PID");
    }

    @Test
    void aLaterDietReplacesTheOneBeforeAndDiagnosesAddUp() {
        Census census = read(
                adt("A01", "1", "DG1|1||J18^Pneumopathie\r"),
                adt("A08", "2", "DG1|1||I48^Fibrillation atriale\r").replace("DT^sans sel", "DT^diabétique"));
        assertThat(texts(census, Kind.DIET)).containsExactly("diabétique");
        assertThat(texts(census, Kind.PROBLEM)).containsExactly("Pneumopathie", "Fibrillation atriale");
    }

    @Test
    void aRadiologyReportIsAnExamWithItsConclusionAndLaboratoryValuesKeepTheirOwnOrdersTime() {
        String exam = obr("RX77", "TDM^Scanner thoracique", "20260203100000", "RAD")
                + "OBX|1|TX|||Technique : sans injection.~CONCLUSION : pas d'embolie.~Nodule stable.||||||F\r";
        String oru = head("ORU^R01", "5")
                + obr("LAB1", "NFS", "20260201080000", "HM")
                + "OBX|1|NM|718-7^Hémoglobine^LN||11.2|g/dL|||||F\r"
                + obr("LAB2", "IONO", "20260205080000", "CH")
                + "OBX|1|NM|2951-2^Sodium^LN||138|mmol/L|||||F\r"
                + exam
                + obr("OTH", "SOC", "20260205080000", "")
                + "OBX|1|ST|32624-9^Race^LN||QQQ||||||F\r";
        Census census = read(adt("A01", "1", ""), oru);
        assertThat(census.results())
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.value()).isNotEqualTo("QQQ"));
        assertThat(census.results().getFirst().at()).isEqualTo(Instant.parse("2026-02-01T07:00:00Z"));
        assertThat(census.results().getLast().at()).isEqualTo(Instant.parse("2026-02-05T07:00:00Z"));
        assertThat(census.exams()).singleElement().satisfies(past -> {
            assertThat(past.exam()).isEqualTo("Scanner thoracique");
            assertThat(past.conclusion()).contains("pas d'embolie.\nNodule stable.");
            assertThat(past.at()).contains(Instant.parse("2026-02-03T09:00:00Z"));
        });
        String cancelled = head("ORU^R01", "6") + exam.replace("|RAD|F", "|RAD|X");
        assertThat(read(adt("A01", "1", ""), oru, cancelled).exams()).isEmpty();
    }

    @Test
    void theNewestLetterIsKeptWhateverTheOrderAndACancelledOneIsNot() {
        String old = mdm("T02", "6", "D1", "20260101", "TX|||Ancien courrier");
        String newer = mdm(
                "T02",
                "7",
                "D2",
                "20260205",
                "ED|||^application^pdf^Base64^"
                        + Base64.getEncoder().encodeToString("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
        assertThat(read(adt("A01", "1", ""), newer, old).letters().getFirst().content())
                .isEqualTo(new Letter.Content.Pdf("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
        Census left = read(adt("A01", "1", ""), newer, old, mdm("T11", "8", "D2", "20260206", "TX|||"));
        assertThat(left.letters().getFirst().content()).isEqualTo(new Letter.Content.Text("Ancien courrier"));
        CensusLoad empty = load(adt("A01", "1", ""), mdm("T02", "9", "D3", "20260205", "RP|||http://x"));
        assertThat(empty.findings()).anyMatch(finding -> finding.line("fr").contains("document sans texte"));
    }

    @Test
    void anOrganiserIsPlannedOnlyWhenEveryMomentIsSaid() {
        assertThat(plan("BID&0800,2000")).containsExactly(intake(Moment.MORNING), intake(Moment.EVENING));
        assertThat(plan("QHS")).containsExactly(intake(Moment.NIGHT));
        assertThat(plan("BID")).isEmpty();
        assertThat(plan("BID&0800,1600")).as("16 h is no compartment").isEmpty();
        assertThat(plan("BID&0800,1200,2000")).as("twice, but three times").isEmpty();
        assertThat(plan("QOD&0800")).as("every other day").isEmpty();
        assertThat(plan("PRN")).isEmpty();
        assertThat(plan("BID&0800,0900")).as("two in one compartment").isEmpty();
    }

    @Test
    void fhirSaysTheSameAndWhatIsOverIsNotPrinted() {
        Census census = readFhir(
                """
            {"resourceType":"Patient","id":"p","identifier":[{"type":{"coding":[{"code":"PI"}]},"value":"90010181"}],
             "name":[{"family":"DEMO-A"}],"contact":[{"name":{"family":"DEMO-PROCHE"},"telecom":[{"system":"phone","value":"0600000001"}]}],
             "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/patient-religion","valueCodeableConcept":{"text":"CULTE-EXT"}},
              {"url":"http://hl7.org/fhir/us/core/StructureDefinition/us-core-race","extension":[{"url":"text","valueString":"RACE-EXT"}]}]}""",
                resource("Encounter", "e", "\"status\":\"in-progress\",\"class\":{\"code\":\"IMP\"},\"subject\":%s"),
                resource(
                        "Condition",
                        "c1",
                        "\"code\":{\"text\":\"Asthme\"},\"subject\":%s,\"recordedDate\":\"2026-01-02\""),
                resource(
                        "Condition",
                        "c2",
                        "\"clinicalStatus\":{\"coding\":[{\"code\":\"resolved\"}]},\"code\":{\"text\":\"Guéri\"},\"subject\":%s"),
                resource(
                        "Flag",
                        "f1",
                        "\"status\":\"active\",\"code\":{\"text\":\"Isolement gouttelettes\"},\"subject\":%s"),
                resource(
                        "Flag",
                        "f2",
                        "\"status\":\"inactive\",\"code\":{\"text\":\"Isolement contact\"},\"subject\":%s"),
                resource(
                        "Flag",
                        "f3",
                        "\"status\":\"active\",\"code\":{\"text\":\"Ne pas réanimer (LATA)\"},\"subject\":%s"),
                resource("Flag", "f4", "\"status\":\"active\",\"code\":{\"text\":\"Religion : XXX\"},\"subject\":%s"),
                resource(
                        "NutritionOrder",
                        "n",
                        "\"status\":\"active\",\"intent\":\"order\",\"dateTime\":\"2026-02-01\",\"patient\":%s,\"oralDiet\":{\"type\":[{\"text\":\"mixé\"}]}"),
                resource("Device", "d", "\"status\":\"active\",\"type\":{\"text\":\"Stimulateur\"},\"patient\":%s"),
                resource(
                        "RelatedPerson",
                        "r",
                        "\"patient\":%s,\"name\":[{\"family\":\"DEMO-FILLE\"}],\"relationship\":[{\"text\":\"fille\"}]"),
                resource(
                        "ImagingStudy",
                        "i",
                        "\"status\":\"available\",\"subject\":%s,\"started\":\"2026-02-01T10:00:00Z\",\"description\":\"IRM\""),
                resource(
                        "DiagnosticReport",
                        "dr",
                        "\"status\":\"final\",\"subject\":%s,\"code\":{\"text\":\"IRM cérébrale\"},\"imagingStudy\":[{\"reference\":\"ImagingStudy/i\"}],\"conclusion\":\"Normal\""),
                resource(
                        "DocumentReference",
                        "l",
                        "\"status\":\"current\",\"subject\":%s,\"date\":\"2026-02-01T10:00:00Z\",\"type\":{\"text\":\"Lettre\"},\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"url\":\"Binary/b\"}}]"),
                "{\"resourceType\":\"Binary\",\"id\":\"b\",\"contentType\":\"text/plain\",\"data\":\""
                        + Base64.getEncoder().encodeToString("Cher confrère".getBytes(StandardCharsets.UTF_8)) + "\"}",
                resource(
                        "MedicationRequest",
                        "m",
                        "\"status\":\"active\",\"intent\":\"order\",\"subject\":%s,\"medicationCodeableConcept\":{\"text\":\"warfarine\"},"
                                + "\"dosageInstruction\":[{\"timing\":{\"repeat\":{\"timeOfDay\":[\"08:00:00\"]}},\"doseAndRate\":[{\"doseQuantity\":{\"value\":2,\"unit\":\"mg\"}}]},"
                                + "{\"timing\":{\"repeat\":{\"when\":[\"EVE\"]}},\"doseAndRate\":[{\"doseQuantity\":{\"value\":4,\"unit\":\"mg\"}}]}]"));
        assertThat(texts(census, Kind.PROBLEM)).containsExactly("Asthme");
        assertThat(texts(census, Kind.ISOLATION)).containsExactly("Isolement gouttelettes");
        assertThat(texts(census, Kind.CODE_STATUS)).containsExactly("Ne pas réanimer (LATA)");
        assertThat(texts(census, Kind.DIET)).containsExactly("mixé");
        assertThat(texts(census, Kind.DEVICE)).containsExactly("Stimulateur");
        assertThat(texts(census, Kind.CONTACT)).containsExactly("DEMO-PROCHE · 0600000001", "DEMO-FILLE · fille");
        assertThat(census.exams())
                .singleElement()
                .satisfies(past -> assertThat(past.conclusion()).contains("Normal"));
        assertThat(census.letters().getFirst().content()).isEqualTo(new Letter.Content.Text("Cher confrère"));
        assertThat(census.drugs().getFirst().plan())
                .containsExactly(
                        new Intake(Moment.MORNING, Optional.of("2 mg")),
                        new Intake(Moment.EVENING, Optional.of("4 mg")));
        assertThat(census.drugs().getFirst().dose())
                .as("two doses are never printed as one")
                .isEmpty();
        assertThat(census.drugs().getFirst().timing()).contains("2 mg 8 h ; 4 mg");
        assertThat(census.toString()).doesNotContain("CULTE-EXT", "RACE-EXT", "XXX");
    }

    @Test
    void aTableSaysNoneOrNothingAndTheyAreNotTheSame() {
        Census census =
                readCsv("service;ipp;nda;nom;poids;poids le;problèmes;isolement;régime;dispositifs;race;religion\n"
                        + "CARD;1;S1;DEMO-A;82;08/02/2026;Asthme | Diabète;aucun;;KTC jugulaire;RACE-X;CULTE-X\n");
        assertThat(texts(census, Kind.PROBLEM)).containsExactly("Asthme", "Diabète");
        assertThat(texts(census, Kind.ISOLATION)).containsExactly("(none)");
        assertThat(texts(census, Kind.DIET)).isEmpty();
        assertThat(texts(census, Kind.DEVICE)).containsExactly("KTC jugulaire");
        assertThat(census.patients().getFirst().weighedAt()).contains(Instant.parse("2026-02-08T11:00:00Z"));
        assertThat(census.toString()).doesNotContain("RACE-X", "CULTE-X");
    }

    private static Intake intake(Moment moment) {
        return new Intake(moment, Optional.of("500 mg"));
    }

    private List<Intake> plan(String timing) {
        String order = head("RDE^O11", "4") + "ORC|NW|P1\rRXE|^" + timing + "|PARA^paracétamol|500||mg\r";
        return read(adt("A01", "1", ""), order).drugs().getFirst().plan();
    }

    private static List<String> texts(Census census, Kind kind) {
        return census.notes().stream()
                .filter(note -> note.kind() == kind)
                .map(note -> note.text().orElse("(none)"))
                .toList();
    }

    private static String head(String kind, String control) {
        return "MSH|^~\\&|A|B|C|D|2026020900000" + control + "||" + kind + "|" + control
                + "|P|2.5|||||FRA|UNICODE UTF-8\r"
                + "PID|||90010181^^^X^PI||DEMO-ALOUETTE^ANATOLE^^^^^L||19480302|M||RACE-PID^^|||||||CULTE-PID|269020189|||||ETHNIE-PID\r";
    }

    private static String adt(String event, String control, String more) {
        return head("ADT^" + event, control)
                + "PV1||I|CARD^201^P||||||||||||||||269020189|||||||||||||||||||DT^sans sel\r"
                + "PV2|||||||||||||||||||||||||||||||||||||||||FALL^chute||||DNR\r" + more;
    }

    private static String mdm(String event, String control, String document, String day, String obx) {
        return head("MDM^" + event, control) + "TXA|1|CR^Compte rendu||" + day + "||||||||" + document + "\rOBX|1|"
                + obx + "\r";
    }

    private static String obr(String number, String service, String at, String section) {
        return "OBR|1||" + number + "|" + service + "|||" + at + "|".repeat(17) + section + "|F\r";
    }

    private static String resource(String type, String id, String rest) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + id + "\","
                + rest.formatted("{\"reference\":\"Patient/p\"}") + "}";
    }

    private CensusLoad load(String... messages) {
        return reader.readContents(
                List.of(CensusFile.of("a.hl7", String.join("", messages).getBytes(StandardCharsets.UTF_8))));
    }

    private Census read(String... messages) {
        return load(messages).census();
    }

    private Census readFhir(String... resources) {
        List<String> lines = new ArrayList<>();
        for (String resource : resources) {
            lines.add(resource.replace("\n", " "));
        }
        CensusLoad load = reader.readContents(
                List.of(CensusFile.of("all.ndjson", String.join("\n", lines).getBytes(StandardCharsets.UTF_8))));
        assertThat(load.findings()).isEmpty();
        return load.census();
    }

    private Census readCsv(String table) {
        return reader.readContents(List.of(CensusFile.of("census.csv", table.getBytes(StandardCharsets.UTF_8))))
                .census();
    }
}
