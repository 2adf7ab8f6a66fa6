package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Patient;

/** Sources beside ADT: tables of small sites, bulk exports, results and orders; and what unreliable feeds do. */
final class CensusSourcesTest {

    private static final CensusReader READER = new CensusReader(
            ZoneId.of("Europe/Paris"), Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void aTableOfASmallSiteIsACensus(String charset) {
        CensusLoad load = load("lits.csv", """
                Service;Libellé service;Lit;IPP;NDA;Nom;Prénom;Date de naissance;Sexe;Allergies;Poids
                MED;Médecine;12;900;S900;DÉMO;Zoé;02/03/1948;2;pénicilline | iode;61,5
                MED;Médecine;13;901;S901;ESSAI;Élie;31/02/1950;M;aucune;lourd
                ;;14;902;S902;PERDU;;;;;
                """.getBytes(Charset.forName(charset)));
        Census census = load.census();
        assertThat(census.units())
                .singleElement()
                .satisfies(unit -> assertThat(unit.name()).isEqualTo("Médecine"));
        Patient first = census.patients().getFirst();
        assertThat(first.birthName()).isEqualTo("DÉMO");
        assertThat(first.birthDate()).contains(LocalDate.of(1948, 3, 2));
        assertThat(first.sex()).contains("F");
        assertThat(first.allergies()).containsExactly("pénicilline", "iode");
        assertThat(first.weightKg()).contains(61.5);
        assertThat(census.patients().getLast().noKnownAllergy()).isTrue();
        assertThat(census.encounters())
                .extracting(stay -> stay.bed().orElse(""))
                .containsExactly("12", "13");
        assertThat(load.findings())
                .extracting(f -> f.line("fr"))
                .containsExactly(
                        "lits.csv:3: date de naissance illisible",
                        "lits.csv:3: poids illisible",
                        "lits.csv:4: ligne sans service, numéro de patient ou numéro de séjour");
    }

    @Test
    void aTableWithoutWhatItNeedsIsRefusedByColumn() {
        CensusLoad load = load("lits.csv", "service;ipp;lit\nMED;1;2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(load.findings().getFirst().line("en")).isEqualTo("lits.csv:1: columns missing: [stay, name]");
    }

    @Test
    void filesOfABulkExportPointAtOneAnother() {
        CensusLoad load = READER.readContents(List.of(
                file("Encounter.ndjson", """
                        {"resourceType":"Encounter","id":"e1","status":"in-progress","class":{"code":"IMP"},"subject":{"reference":"Patient/p1"},"location":[{"location":{"reference":"Location/b1"}}]}
                        {"resourceType":"Encounter","id":"e2","status":"finished","class":{"code":"IMP"},"subject":{"reference":"Patient/p2"}}
                        """),
                file("Location.ndjson", """
                        {"resourceType":"Location","id":"w","name":"Cardiologie","identifier":[{"value":"CARD"}]}
                        {"resourceType":"Location","id":"b1","name":"214-B","physicalType":{"coding":[{"code":"bd"}]},"partOf":{"reference":"Location/w"}}
                        """),
                file("Patient.ndjson", """
                        {"resourceType":"Patient","id":"p1","identifier":[{"value":"900"}],"name":[{"family":"DEMO"}]}
                        {"resourceType":"Patient","id":"p2","identifier":[{"value":"901"}],"name":[{"family":"PARTI"}]}
                        {"resourceType":"Patient","id":
                        """),
                file("Observation.ndjson", """
                        {"resourceType":"Observation","status":"final","category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Potassium"},"subject":{"reference":"Patient/p1"},"effectiveDateTime":"2026-02-28T06:00:00Z","valueQuantity":{"value":4.1,"unit":"mmol/L"}}
                        {"resourceType":"Observation","status":"entered-in-error","category":[{"coding":[{"code":"laboratory"}]}],"code":{"text":"Sodium"},"subject":{"reference":"Patient/p1"},"valueQuantity":{"value":4.1,"unit":"mmol/L"}}
                        """)));
        assertThat(load.census().patients()).extracting(Patient::birthName).contains("DEMO");
        assertThat(load.census().encounters())
                .singleElement()
                .satisfies(
                        stay -> assertThat(stay.unit() + stay.bed().orElse("")).isEqualTo("CARD214-B"));
        assertThat(load.census().results()).extracting(LabResult::value).containsExactly("4.1");
        assertThat(load.findings())
                .extracting(f -> f.line("en"))
                .containsExactly("Patient.ndjson:3: this line is not a FHIR R4 resource");
    }

    @Test
    void resultsAndPharmacyOrdersReachTheKitAndWithdrawnOnesDoNot() {
        Census census = load(
                        "feed.hl7",
                        (adt("A01", "20260101080000", "1", "S1", "CARD", "1")
                                        + "MSH|^~\\&|LAB|H|P|H|20260101090000||ORU^R01|L1|P|2.5\rPID|||1^^^H^PI||DEMO\r"
                                        + "OBR|1||||||20260101083000\r"
                                        + "OBX|1|NM|K^Potassium^L||6.4|mmol/L|3.5-5.1|HH|||F\r"
                                        + "OBX|2|NM|NA^Sodium^L||140|mmol/L|136-145|N|||D\r"
                                        + "MSH|^~\\&|PHA|H|P|H|20260101091000||RDE^O11|R1|P|2.5\rPID|||1^^^H^PI||DEMO\r"
                                        + "ORC|NW|9\rRXE|^8 h - 20 h|B01AF02^apixaban^ATC|2.5||mg\rRXR|PO\r"
                                        + "MSH|^~\\&|PHA|H|P|H|20260101092000||RDE^O11|R2|P|2.5\rPID|||1^^^H^PI||DEMO\r"
                                        + "ORC|DC|8\rRXE|^12 h|C03CA01^furosémide^ATC|40||mg\rRXR|PO\r")
                                .getBytes(StandardCharsets.UTF_8))
                .census();
        assertThat(census.results()).singleElement().satisfies(result -> {
            assertThat(result.test()).isEqualTo("Potassium");
            assertThat(result.flag()).contains("HH");
            assertThat(result.range()).contains("3.5-5.1");
            assertThat(result.at()).isEqualTo(Instant.parse("2026-01-01T07:30:00Z"));
        });
        assertThat(census.drugs()).singleElement().satisfies(drug -> {
            assertThat(drug.name()).isEqualTo("apixaban");
            assertThat(drug.dose()).contains("2,5");
            assertThat(drug.route()).contains("oral");
            assertThat(drug.timing()).contains("8 h - 20 h");
        });
    }

    @Test
    void aPrescriptionThatWasChangedOrStoppedIsNoLongerPrintedAsItWas() {
        Census census = load(
                        "feed.hl7",
                        feed(
                                        admit("1"),
                                        order("0910", "ORM^O01", "NW|77", "RXO|N02BE01^PARACETAMOL|1000||mg"),
                                        order("0911", "RDE^O11", "NW|78", "RXE||B01AB05^ENOXAPARINE|4000||UI"),
                                        order("0912", "RDE^O11", "NW|79", "RXE||C03CA01^FUROSEMIDE|40||mg"),
                                        order("0913", "RDE^O11", "NW", "RXE||C07AB07^BISOPROLOL|2.5||mg"),
                                        order("1000", "RDE^O11", "XO|79", "RXE||C03CA01^FUROSEMIDE|20||mg"),
                                        order("1001", "RDE^O11", "DC|78", "RXE||B01AB05^ENOXAPARINE|4000||UI"),
                                        order("1002", "ORM^O01", "CA|77", "RXO|N02BE01^PARACETAMOL|1000||mg"),
                                        order("1003", "RDE^O11", "DC", "RXE||C07AB07^BISOPROLOL|2.5||mg"),
                                        order("1004", "RDE^O11", "HD|80", "RXE||A02BC01^OMEPRAZOLE|20||mg"))
                                .getBytes(StandardCharsets.UTF_8))
                .census();

        assertThat(census.drugs())
                .extracting(d -> d.name() + " " + d.dose().orElse(""))
                .containsExactly("FUROSEMIDE 20");
    }

    @Test
    void aStopThatMayMeanEitherOfTwoPrescriptionsStopsNone() {
        Census census = load(
                        "feed.hl7",
                        feed(
                                        admit("1"),
                                        order("0910", "RDE^O11", "NW|1", "RXE||N02AA01^MORPHINE|10||mg"),
                                        order("0911", "RDE^O11", "NW|2", "RXE||N02AA01^MORPHINE|5||mg"),
                                        order("1000", "RDE^O11", "DC|99", "RXE||N02AA01^MORPHINE|5||mg"))
                                .getBytes(StandardCharsets.UTF_8))
                .census();

        assertThat(census.drugs()).hasSize(2);
    }

    @Test
    void aByteOrderMarkIsNoReasonToRefuseAFeed() {
        CensusLoad load = load("feed.hl7", ("\ufeff" + admit("1")).getBytes(StandardCharsets.UTF_8));

        assertThat(load.findings()).isEmpty();
        assertThat(load.census().encounters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A17", "A24", "A41", "A45", "A51"})
    void whatExchangesPatientsAndIsNotAppliedIsNeverSilent(String event) {
        CensusLoad load = load(
                "feed.hl7",
                feed(admit("1"), admit("1").replace("A01", event).replace("0900", "0930"))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(load.findings())
                .extracting(f -> f.line("fr"))
                .containsExactly(
                        "feed.hl7:2: change l'identité ou échange des patients (" + event + ") : vérifiez à la main");
        assertThat(load.census().encounters()).hasSize(1);
    }

    @Test
    void anAllergyStatedWithoutAMovementIsKnown() {
        CensusLoad load = load(
                "feed.hl7",
                feed(
                                admit("1"),
                                "MSH|^~\\&|A|H|P|H|20260101100000||ADT^A60|Q|P|2.5\rEVN|A60|20260101100000\r"
                                        + "PID|||1^^^H^PI||DEMO^ANNE\rIAM|1|DA|^PENICILLINE||CHOC|A\r")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(load.findings()).isEmpty();
        assertThat(load.census().patients().getFirst().allergies()).containsExactly("PENICILLINE (CHOC)");
    }

    @Test
    void aPatientWhomNobodyPlacesIsStillInTheHouse() {
        CensusLoad load = load("feed.hl7", admit("1").replace("MED^12", "").getBytes(StandardCharsets.UTF_8));

        assertThat(load.census().encounters()).extracting(Encounter::unit).containsExactly("no-unit");
        assertThat(load.census().units())
                .anySatisfy(unit -> assertThat(unit.name()).contains("Unité inconnue"));
    }

    private static String admit(String patient) {
        return "MSH|^~\\&|A|H|P|H|20260101090000||ADT^A01|M" + patient + "|P|2.5\rEVN|A01|20260101090000\rPID|||"
                + patient + "^^^H^PI||DEMO^ANNE\rPV1||I|MED^12||||||||||||||||S" + patient + "\r";
    }

    private static String order(String time, String kind, String control, String drug) {
        return "MSH|^~\\&|PHA|H|P|H|20260101" + time + "00||" + kind + "|" + time
                + "|P|2.5\rPID|||1^^^H^PI||DEMO^ANNE\rORC|" + control + "\r" + drug + "\r";
    }

    private static String feed(String... messages) {
        return String.join("", messages);
    }

    @Test
    void aCancelDeliveredTwiceCancelsOneMove() {
        String cancel = adt("A12", "20260101110000", "1", "S1", "REA", "9");
        CensusLoad load = load(
                "feed.hl7",
                (adt("A01", "20260101080000", "1", "S1", "CARD", "1")
                                + adt("A02", "20260101090000", "1", "S1", "MED", "2")
                                + adt("A02", "20260101100000", "1", "S1", "REA", "3")
                                + cancel
                                + cancel)
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(load.census().encounters()).extracting(Encounter::unit).containsExactly("MED");
        assertThat(load.findings())
                .extracting(f -> f.line("fr"))
                .containsExactly("feed.hl7:5: message reçu deux fois, compté une fois");
    }

    /** Admission, two moves, a discharge and its cancel, a merge: whatever the order in which the files arrive. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void theOrderInWhichMessagesArriveDoesNotMatter(long seed) {
        List<String> messages = new ArrayList<>(List.of(
                adt("A01", "20260101080000", "1", "S1", "CARD", "1"),
                adt("A02", "20260101090000", "1", "S1", "MED", "2"),
                adt("A03", "20260101100000", "1", "S1", "MED", "3"),
                adt("A13", "20260101101500", "1", "S1", "MED", "4"),
                adt("A02", "20260101110000", "1", "S1", "REA", "5"),
                adt("A01", "20260101081000", "2", "S2", "CARD", "6"),
                adt("A11", "20260101082000", "2", "S2", "CARD", "7"),
                adt("A40", "20260101120000", "9", "", "", "8") + "MRG|1^^^H^PI\r",
                adt("A01", "20260101080000", "1", "S1", "CARD", "1")));
        java.util.Collections.shuffle(messages, new java.util.Random(seed));
        List<CensusFile> files = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            files.add(CensusFile.of(i + ".hl7", messages.get(i).getBytes(StandardCharsets.UTF_8)));
        }
        Census census = READER.readContents(files).census();
        assertThat(census.encounters()).singleElement().satisfies(stay -> {
            assertThat(stay.unit()).isEqualTo("REA");
            assertThat(stay.patientId()).isEqualTo("9");
        });
        assertThat(census.patients()).extracting(Patient::id).containsExactly("9");
    }

    @Test
    void aBrokenFeedLosesNobodyItStillNames() {
        CensusLoad load = load(
                "feed.hl7",
                (adt("A01", "20260101080000", "1", "S1", "CARD", "1")
                                + "MSH|^~\\&|broken\rPID\rZZZ|||\r"
                                + "MSH|^~\\&|S|H|P|H|20260101083000||ADT^A01|X2|P|2.5\rEVN|A01|20260101083000\r"
                                + "PID|||2^^^H^PI\rPV1||I|CARD^12||||||||||||||||S2\r")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(load.census().encounters()).hasSize(2);
        assertThat(load.census().patients()).extracting(Patient::birthName).containsExactly("DEMO", "");
        assertThat(load.incomplete()).isTrue();
    }

    private static CensusLoad load(String name, byte[] bytes) {
        return READER.readContents(List.of(CensusFile.of(name, bytes)));
    }

    private static CensusFile file(String name, String text) {
        return CensusFile.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String adt(String event, String at, String patient, String stay, String unit, String id) {
        return "MSH|^~\\&|S|H|P|H|" + at + "||ADT^" + event + "|M" + id + "|P|2.5\rEVN|" + event + "|" + at + "\r"
                + "PID|||" + patient + "^^^H^PI||DEMO^Zoe^^^^^L\r"
                + (stay.isEmpty() ? "" : "PV1||I|" + unit + "^12||||||||||||||||" + stay + "\r");
    }
}
