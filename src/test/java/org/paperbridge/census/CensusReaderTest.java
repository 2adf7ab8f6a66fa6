package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;

final class CensusReaderTest {

    private static final CensusReader READER = new CensusReader(
            ZoneId.of("Europe/Paris"), Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest(name = "MSH-18 {0} is read as {1}")
    @CsvSource({"8859/1, ISO-8859-1", "8859/15, ISO-8859-15", "UNICODE UTF-8, UTF-8", "UTF-8, UTF-8"})
    void accentsFollowTheDeclaredCharacterSet(String declared, String charset) {
        String text = message("A01", "20260101100000", "1", "S1", "CARD", "").replace("8859/1", declared);
        CensusLoad load = load("adt.hl7", text.getBytes(Charset.forName(charset)));
        assertThat(load.findings()).isEmpty();
        assertThat(onlyPatient(load).birthName()).isEqualTo("ÉÇHANTILLON");
    }

    @Test
    void bytesThatContradictTheDeclaredCharacterSetAreRefusedNotGarbled() {
        String text = message("A01", "20260101100000", "1", "S1", "CARD", "").replace("8859/1", "UNICODE UTF-8");
        CensusLoad load = load("adt.hl7", text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(load.census().patients()).isEmpty();
        assertThat(load.incomplete()).isTrue();
        assertThat(load.findings().getFirst().line("en")).startsWith("adt.hl7:1: character set");
    }

    @Test
    void aSilentCharacterSetIsInferredAndSaidSo() {
        String text = message("A01", "20260101100000", "1", "S1", "CARD", "").replace("8859/1", "");
        CensusLoad load = load("adt.hl7", text.getBytes(StandardCharsets.UTF_8));
        assertThat(onlyPatient(load).birthName()).isEqualTo("ÉÇHANTILLON");
        assertThat(load.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(CensusFinding.Severity.NOTED));
    }

    @Test
    void framedBareAndBatchedMessagesAreTheSame() {
        String one = message("A01", "20260101100000", "1", "S1", "CARD", "");
        String two = message("A01", "20260101110000", "2", "S2", "CARD", "");
        Census framed =
                load("\u000b" + one + "\u001c\r\u000b" + two + "\u001c\r").census();
        Census bare = load(one + "\n\n" + two).census();
        Census batched = load("FHS|^~\\&|X\rBHS|^~\\&|X\r" + one + two + "BTS|2\rFTS|1\r")
                .census();
        assertThat(framed.encounters()).hasSize(2).isEqualTo(bare.encounters()).isEqualTo(batched.encounters());
        assertThat(batched.patients()).isEqualTo(framed.patients());
    }

    @Test
    void movementsAreAppliedInTheOrderTheyWereStatedNotInTheOrderOfTheFile() {
        String late = message("A02", "20260102100000", "1", "S1", "MEDP", "");
        String early = message("A01", "20260101100000", "1", "S1", "CARD", "");
        assertThat(onlyStay(load(late + early)).unit()).isEqualTo("MEDP");
    }

    @ParameterizedTest(name = "A01 in CARD, then {0}: {1}")
    @CsvSource({
        "A02, MEDP",
        "A08, MEDP",
        "A03, -",
        "A11, -",
        "A02 A12, CARD",
        "A03 A13, CARD",
        "A03 A08, -",
        "A11 A01, MEDP",
        "A05, CARD",
        "A02 A03 A13 A12, CARD"
    })
    void eventsSayWhereThePatientIs(String events, String unit) {
        StringBuilder feed = new StringBuilder(message("A01", "20260101080000", "1", "S1", "CARD", ""));
        int hour = 9;
        for (String event : events.split(" ")) {
            feed.append(message(event, String.format("20260101%02d0000", hour++), "1", "S1", "MEDP", ""));
        }
        List<Encounter> stays = load(feed.toString()).census().encounters();
        assertThat(stays.stream().map(Encounter::unit).findFirst().orElse("-")).isEqualTo(unit);
    }

    @Test
    void anHistoricMovementDoesNotMoveThePatientNow() {
        String now = message("A01", "20260101080000", "1", "S1", "CARD", "");
        String inserted = message("A02", "20260102080000", "1", "S1", "MEDP", "ZBE|7|20251231||INSERT|Y\r");
        assertThat(onlyStay(load(now + inserted)).unit()).isEqualTo("CARD");
    }

    @Test
    void mergedNumbersBecomeOnePatientWithAllAllergies() {
        String first = message("A01", "20260101080000", "1", "S1", "CARD", "AL1|1|DA|^latex\r");
        String second = message("A01", "20260101090000", "2", "S2", "CARD", "AL1|1|DA|^iode\r");
        String merge = message("A40", "20260101100000", "2", "S2", "CARD", "MRG|1^^^H^PI\r")
                .replace("ADT^A40^ADT_A01", "ADT^A40^ADT_A39");
        CensusLoad load = load(first + second + merge);
        assertThat(load.findings()).isEmpty();
        assertThat(onlyPatient(load).id()).isEqualTo("2");
        assertThat(onlyPatient(load).allergies()).containsExactlyInAnyOrder("latex", "iode");
        assertThat(load.census().encounters())
                .hasSize(2)
                .allMatch(stay -> stay.patientId().equals("2"));
    }

    @Test
    void oneBadMessageIsAFindingAndTheOthersAreUsed() {
        String good = message("A01", "20260101080000", "1", "S1", "CARD", "");
        String noPatient = message("A01", "20260101080000", "", "S2", "CARD", "");
        String noTime = message("A01", "yesterday", "3", "S3", "CARD", "");
        String noStay = message("A01", "20260101080000", "4", "", "CARD", "");
        String order = message("A01", "20260101080000", "5", "S5", "CARD", "").replace("ADT^A01^ADT_A01", "SIU^S12");
        String garbage = "MSH|^~\\&|broken\r";
        CensusLoad load = load(noPatient + good + noTime + noStay + order + garbage);
        assertThat(onlyPatient(load).id()).isEqualTo("1");
        assertThat(load.findings()).extracting(CensusFinding::position).containsExactly(1, 3, 4, 5, 6);
        assertThat(load.findings()).allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(CensusFinding.Severity.REFUSED);
            assertThat(finding.messages()).containsOnlyKeys("fr", "en");
            assertThat(finding.line("fr")).doesNotContain("HANTILLON");
        });
    }

    @ParameterizedTest(name = "a file with {0} is refused and named")
    @CsvSource(value = {"''", "%PDF-1.7", "{\"resourceType\":\"Pat", "{\"hello\":1}", "MSG nothing"})
    void filesThatAreNoCensusAreNamed(String content) {
        CensusLoad load = load("odd.txt", content.getBytes(StandardCharsets.UTF_8));
        assertThat(load.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("odd.txt");
            assertThat(finding.severity()).isEqualTo(CensusFinding.Severity.REFUSED);
        });
        assertThat(load.census().patients()).isEmpty();
    }

    @Test
    void aMissingFileIsAFinding() {
        assertThat(READER.read(List.of(Path.of("nowhere", "none.hl7"))).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.file()).isEqualTo("none.hl7"));
    }

    @Test
    void anIdentityIsNationalOnlyWhenValidated() {
        String ins = "~255081416802538^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS";
        String plain = message("A01", "20260101080000", "1", "S1", "CARD", "").replace("1^^^H^PI", "1^^^H^PI" + ins);
        String validated = plain.replace("|PROV", "|VALI");
        assertThat(onlyPatient(load(plain)).nationalId()).isEmpty();
        assertThat(onlyPatient(load(validated)).nationalId()).contains("255081416802538");
    }

    @Test
    void aBarePatientIsEnoughToPrintAForm() {
        CensusLoad load = load("""
                {"resourceType":"Patient","id":"p1","birthDate":"1980-02-29","gender":"other",
                 "name":[{"use":"usual","family":"USED"},{"use":"official","family":"BORN","given":["Ann","Zoé"]}]}
                """);
        Patient patient = onlyPatient(load);
        assertThat(patient.id()).isEqualTo("p1");
        assertThat(patient.birthName()).isEqualTo("BORN");
        assertThat(patient.usedName()).contains("USED");
        assertThat(patient.given()).containsExactly("Ann", "Zoé");
        assertThat(patient.sex()).contains("I");
        assertThat(load.census().asOf()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void aBundleGivesBedsFromTheLocationTree() {
        CensusLoad load = load(BUNDLE);
        assertThat(load.findings()).isEmpty();
        Encounter stay = onlyStay(load);
        assertThat(stay.id()).isEqualTo("V9");
        assertThat(stay.patientId()).isEqualTo("I9");
        assertThat(stay.unit()).isEqualTo("W1");
        assertThat(stay.bed()).contains("12-A");
        assertThat(stay.admittedAt()).contains(LocalDateTime.of(2026, 2, 1, 10, 30));
        Patient patient = onlyPatient(load);
        assertThat(patient.allergies()).containsExactly("Latex (hives)");
        assertThat(patient.weightKg()).isEqualTo(Optional.of(70.5));
        assertThat(load.census().drugs()).singleElement().satisfies(drug -> {
            assertThat(drug.code()).contains("B01AB05");
            assertThat(drug.dose()).contains("0,5");
            assertThat(drug.timing()).contains("8 h - 20 h 30");
            assertThat(drug.route()).contains("sc");
        });
    }

    @Test
    void whatIsRefutedOverOrStoppedIsNotPrinted() {
        CensusLoad load = load(BUNDLE.replace("\"active\"", "\"stopped\"").replace("\"confirmed\"", "\"refuted\""));
        assertThat(load.census().drugs()).isEmpty();
        assertThat(onlyPatient(load).allergies()).isEmpty();
        assertThat(load.findings()).isEmpty();
        assertThat(load(BUNDLE.replace("in-progress", "finished")).census().encounters())
                .isEmpty();
    }

    private static final String BUNDLE = """
            {"resourceType":"Bundle","type":"collection","timestamp":"2026-02-02T00:00:00Z","entry":[
             {"fullUrl":"urn:uuid:a","resource":{"resourceType":"Patient","identifier":[{"type":{"coding":[{"code":"PI"}]},"value":"I9"}],
               "name":[{"family":"NINE"}]}},
             {"resource":{"resourceType":"Location","id":"w","identifier":[{"value":"W1"}],"name":"Ward one",
               "physicalType":{"coding":[{"code":"wa"}]}}},
             {"resource":{"resourceType":"Location","id":"b","name":"12-A","partOf":{"reference":"Location/w"},
               "physicalType":{"coding":[{"code":"bd"}]}}},
             {"resource":{"resourceType":"Encounter","status":"in-progress","class":{"code":"IMP"},
               "identifier":[{"value":"V9"}],"subject":{"reference":"urn:uuid:a"},
               "period":{"start":"2026-02-01T09:30:00Z"},"location":[{"location":{"reference":"Location/b"}}]}},
             {"resource":{"resourceType":"AllergyIntolerance","verificationStatus":{"coding":[{"code":"confirmed"}]},
               "code":{"text":"Latex"},"patient":{"reference":"urn:uuid:a"},
               "reaction":[{"manifestation":[{"text":"hives"}]}]}},
             {"resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"code":"29463-7"}]},
               "subject":{"reference":"urn:uuid:a"},"valueQuantity":{"value":70.5,"unit":"kg"}}},
             {"resource":{"resourceType":"MedicationRequest","status":"active","intent":"order",
               "medicationCodeableConcept":{"text":"enoxaparine","coding":[{"system":"http://www.whocc.no/atc","code":"B01AB05"}]},
               "subject":{"reference":"urn:uuid:a"},"dosageInstruction":[{"route":{"coding":[{"code":"34206005"}]},
               "timing":{"repeat":{"timeOfDay":["08:00:00","20:30:00"]}},
               "doseAndRate":[{"doseQuantity":{"value":0.50,"unit":"mL"}}]}]}}]}
            """;

    private static String message(String event, String at, String ipp, String stay, String unit, String more) {
        return "MSH|^~\\&|GAM|H|PB|H|" + at + "||ADT^" + event + "^ADT_A01|" + at + event + ipp
                + "|P|2.5^FRA^2.5|||||FRA|8859/1\r"
                + "EVN||" + at + "\r"
                + "PID|||" + ipp + "^^^H^PI||ÉÇHANTILLON^ANNE^^^^^L||19700101|F" + "|".repeat(24) + "PROV\r"
                + "PV1||I|" + unit + "^12^A||||||||||||||||" + stay + "\r" + more;
    }

    private static CensusLoad load(String text) {
        boolean json = text.startsWith("{");
        return load("file", text.getBytes(json ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    private static CensusLoad load(String name, byte[] bytes) {
        return READER.readContents(List.of(CensusFile.of(name, bytes)));
    }

    private static Patient onlyPatient(CensusLoad load) {
        assertThat(load.census().patients()).hasSize(1);
        return load.census().patients().getFirst();
    }

    private static Encounter onlyStay(CensusLoad load) {
        assertThat(load.census().encounters()).hasSize(1);
        return load.census().encounters().getFirst();
    }
}
