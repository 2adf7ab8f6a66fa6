package org.paperbridge.backentry.hapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v25.message.ADT_A01;
import ca.uhn.hl7v2.model.v25.message.ADT_A60;
import ca.uhn.hl7v2.model.v25.message.ORU_R01;
import ca.uhn.hl7v2.model.v25.message.RDE_O11;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.census.CensusFile;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.record.ClinicalRecord;

/** Run with {@code -Dapprove=true} to write the golden messages anew, then read the difference. */
final class Hl7MessagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/hl7");
    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");

    private final Hl7Messages messages = messages("8859/15");

    @ParameterizedTest(name = "{0} is what was approved")
    @ValueSource(strings = {"adt-a01", "adt-a60", "oru-r01", "rde-o11"})
    void messagesAreTheApprovedOnes(String name) throws IOException {
        ClinicalRecord record = switch (name) {
            case "adt-a01" -> SampleRecords.admission(Map.of("transport", "emergency", "contact-phone", "0600000000"));
            case "adt-a60" -> SampleRecords.allergy("present", "latex & kiwi");
            case "oru-r01" -> SampleRecords.pressure();
            default -> SampleRecords.order(Map.of("end-date", "24/11/2026", "end-time", "20:00"));
        };
        String text = messages.encode(record).text().replace('\r', '\n');
        Path file = GOLDEN.resolve(name + ".approved.hl7");
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void anAdmissionFollowsPamFr() throws HL7Exception {
        Terser adt = parse(
                SampleRecords.admission(Map.of("transport", "emergency", "contact-phone", "0600000000")),
                ADT_A01.class);
        assertThat(adt.get("/MSH-12-1") + "^" + adt.get("/MSH-12-2") + "^" + adt.get("/MSH-12-3"))
                .isEqualTo("2.5^FRA^2.5");
        assertThat(adt.get("/MSH-10")).matches("[A-Z2-7]{20}");
        assertThat(adt.get("/MSH-18")).isEqualTo("8859/15");
        assertThat(adt.get("/EVN-2")).isEqualTo("20261123140500+0100");
        assertThat(adt.get("/EVN-6")).isEqualTo("20261123083000+0100");
        assertThat(adt.get("/PID-3")).isEqualTo("90010181");
        assertThat(adt.get("/PID-3-5")).isEqualTo("PI");
        assertThat(adt.get("/PID-5(0)-1")).isEqualTo("DEMO-ÉCLAIR");
        assertThat(adt.get("/PID-5(0)-3")).isEqualTo("ZOÉ ANNE");
        assertThat(adt.get("/PID-5(0)-7")).isEqualTo("L");
        assertThat(adt.get("/PID-5(1)-7")).isEqualTo("D");
        assertThat(adt.get("/PID-7")).isEqualTo("19550814");
        assertThat(adt.get("/PID-11-9")).isEqualTo("14168");
        assertThat(adt.get("/PID-18")).isEqualTo("269020189");
        assertThat(adt.get("/PID-32")).isEqualTo("PROV");
        for (int forbidden : new int[] {2, 4, 9, 10, 12, 17, 19, 22}) {
            assertThat(adt.get("/PID-" + forbidden)).as("PID-" + forbidden).isNull();
        }
        assertThat(adt.get("/PV1-3-3")).isEqualTo("P");
        assertThat(adt.get("/PV1-44")).isEqualTo("20261123083000+0100");
        assertThat(adt.get("/PV2-3-2")).isEqualTo("Essai | avec ^ des ~ caractères \\ réservés & accents");
        assertThat(adt.get("/PV2-38")).isEqualTo("1");
        assertThat(adt.get("/NK1-5-12")).isEqualTo("0600000000");
        assertThat(adt.get("/ZBE-1")).isEqualTo("1-K7QM3F9TX0-1-admission");
        assertThat(adt.get("/ZBE-2")).isEqualTo("20261123083000+0100");
        assertThat(adt.get("/ZBE-3")).isNull();
        assertThat(adt.get("/ZBE-4")).isEqualTo("INSERT");
        assertThat(adt.get("/ZBE-7-10")).isEqualTo("CARD");
    }

    @Test
    void measurementsCarryBothTimes() throws HL7Exception {
        Terser oru = parse(SampleRecords.pressure(), ORU_R01.class);
        String obx = "/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION(1)/OBX";
        assertThat(oru.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBR-7")).isEqualTo("20261123083000+0100");
        assertThat(oru.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBR-3")).isEqualTo("1-K7QM3F9TX0-1-bp-3");
        assertThat(oru.get(obx + "-2")).isEqualTo("NM");
        assertThat(oru.get(obx + "-3")).isEqualTo("8480-6");
        assertThat(oru.get(obx + "-5")).isEqualTo("128");
        assertThat(oru.get(obx + "-6")).isEqualTo("mm[Hg]");
        assertThat(oru.get(obx + "-14")).isEqualTo("20261123083000+0100");
        assertThat(oru.get(obx + "-19")).isEqualTo("20261123140500+0100");
        Terser coded = parse(SampleRecords.consciousness(), ORU_R01.class);
        assertThat(coded.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION/OBX-5-1"))
                .isEqualTo("LA9340-6");
        Terser undated = parse(SampleRecords.at(SampleRecords.pulse("72"), Optional.empty()), ORU_R01.class);
        assertThat(undated.get("/PATIENT_RESULT/ORDER_OBSERVATION/OBSERVATION/OBX-14"))
                .isNull();
    }

    @Test
    void ordersSayWhoOrderedWhenAndWhetherTheyAreOver() throws HL7Exception {
        Terser rde = parse(SampleRecords.order(Map.of("end-date", "24/11/2026", "end-time", "20:00")), RDE_O11.class);
        assertThat(rde.get("/ORDER/ORC-2")).isEqualTo("1-K7QM3F9TX0-1-line-2");
        assertThat(rde.get("/ORDER/ORC-5")).isEqualTo("IP");
        assertThat(rde.get("/ORDER/ORC-9")).isEqualTo("20261123140500+0100");
        assertThat(rde.get("/ORDER/ORC-12")).isEqualTo("99700100011");
        assertThat(rde.get("/ORDER/ORC-15")).isEqualTo("20261123080000+0100");
        assertThat(rde.get("/ORDER/RXE-2-1")).isEqualTo("N02BE01");
        assertThat(rde.get("/ORDER/RXE-3")).isEqualTo("0.5");
        assertThat(rde.get("/ORDER/RXE-5")).isEqualTo("g");
        assertThat(rde.get("/ORDER/RXR-1")).isEqualTo("PO");
        assertThat(rde.get("/ORDER/TIMING_ENCODED/TQ1-4(2)")).isEqualTo("2000");
        assertThat(rde.get("/ORDER/TIMING_ENCODED/TQ1-8")).isEqualTo("20261124200000+0100");
        Terser over = parse(SampleRecords.order(Map.of("end-date", "22/11/2026")), RDE_O11.class);
        assertThat(over.get("/ORDER/ORC-5")).isEqualTo("CM");
    }

    @Test
    void allergiesAreAddedOnceByName() throws HL7Exception {
        Terser adt = parse(SampleRecords.allergy("present", "latex & kiwi"), ADT_A60.class);
        assertThat(adt.get("/IAM-3-2")).isEqualTo("latex & kiwi");
        assertThat(adt.get("/IAM-6")).isEqualTo("A");
        assertThat(adt.get("/IAM-7")).isEqualTo("1-K7QM3F9TX0-1-allergy");
        assertThat(parse(SampleRecords.allergy("none-known", ""), ADT_A60.class).get("/IAM-3-1"))
                .isEqualTo("716186003");
    }

    @Test
    void whatHasNoCodeIsSaidInWords() throws HL7Exception {
        Terser oru = parse(SampleRecords.saturation(), ORU_R01.class);
        assertThat(oru.get("/PATIENT_RESULT/ORDER_OBSERVATION/NTE(1)-3")).isEqualTo("oxygen: air");
    }

    @ParameterizedTest(name = "an order without {0} is not completed by guessing")
    @ValueSource(strings = {"dose", "unit", "route"})
    void incompleteOrdersAreWorkForAPerson(String role) {
        assertThatThrownBy(() -> messages.encode(SampleRecords.order(Map.of(role, ""))))
                .hasMessage("incomplete-order");
    }

    @Test
    void anAdmissionWithoutTimeOrVisitNumberIsWorkForAPerson() {
        ClinicalRecord undated = SampleRecords.at(SampleRecords.admission(Map.of()), Optional.empty());
        assertThatThrownBy(() -> messages.encode(undated)).hasMessage("no-movement");
    }

    @Test
    void aCensusReadsOurOwnAdmissionBack() {
        byte[] bytes = messages.bytes(messages.encode(SampleRecords.admission(Map.of())));
        CensusLoad load = new CensusReader(ZoneId.of("Europe/Paris"), Clock.systemUTC())
                .readContents(List.of(CensusFile.of("back.hl7", bytes)));
        assertThat(load.findings()).isEmpty();
        Patient patient = load.census().patients().getFirst();
        assertThat(patient.birthName()).isEqualTo("DEMO-ÉCLAIR");
        assertThat(patient.usedName()).contains("DEMO-FICTIF");
        assertThat(patient.given()).containsExactly("ZOÉ", "ANNE");
        assertThat(patient.birthDate()).contains(LocalDate.of(1955, 8, 14));
        assertThat(patient.birthPlace()).contains("14168");
        assertThat(load.census().encounters())
                .extracting(Encounter::id, Encounter::bed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("269020189", Optional.of("209-P")));
    }

    @Test
    void theControlIdStaysWithTheContentAndChangesWithACorrection() {
        assertThat(messages.encode(SampleRecords.pulse("72"))).isEqualTo(messages.encode(SampleRecords.pulse("72")));
        assertThat(messages.encode(SampleRecords.pulse("72")).controlId())
                .isNotEqualTo(messages.encode(SampleRecords.pulse("73")).controlId());
    }

    @Test
    void aCharacterTheReceiverDoesNotKnowIsRefusedNeverReplaced() {
        ClinicalRecord polish = SampleRecords.admission(Map.of("birth-name", "DEMO-ŁĄKA"));
        ClinicalRecord oe = SampleRecords.admission(Map.of("birth-name", "DEMO-CŒUR"));
        assertThatThrownBy(() -> messages.bytes(messages.encode(polish))).hasMessage("character-set");
        assertThatThrownBy(() -> messages("8859/1").bytes(messages.encode(oe))).hasMessage("character-set");
        assertThat(new String(messages.bytes(messages.encode(oe)), LATIN9)).contains("DEMO-CŒUR");
        assertThat(new String(messages("UNICODE UTF-8").bytes(messages.encode(polish)), StandardCharsets.UTF_8))
                .contains("DEMO-ŁĄKA");
    }

    @Test
    void aLineBreakInAValueCannotStartASegment() throws HL7Exception {
        Terser adt = parse(SampleRecords.admission(Map.of("reason", "chute\rPID|||evil")), ADT_A01.class);
        assertThat(adt.get("/PID-3")).isEqualTo("90010181");
        assertThat(adt.get("/PV2-3-2")).contains("chute").contains("PID");
    }

    private static Hl7Messages messages(String charset) {
        Destination.Hl7v2 his = new Destination.Hl7v2(
                "his", "localhost", 2575, false, "DPI", "CH-DEMO", charset, Duration.ofSeconds(5));
        return new Hl7Messages(SampleRecords.SITE, his, id -> Optional.empty());
    }

    private Terser parse(ClinicalRecord record, Class<? extends Message> structure) throws HL7Exception {
        HapiContext strict = new DefaultHapiContext();
        strict.setModelClassFactory(new CanonicalModelClassFactory("2.5"));
        strict.setValidationContext(ValidationContextFactory.defaultValidation());
        Message message = strict.getPipeParser().parse(messages.encode(record).text());
        assertThat(message).isInstanceOf(structure);
        return new Terser(message);
    }
}
