package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Intake;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

/** The shipped demo hospital says what its table says. Run with {@code -Dapprove=true} to write the files anew. */
final class DemoHospitalTest {

    private static final Path FOLDER = Path.of("src/main/resources/demo");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Charset LATIN9 = Charset.forName("ISO-8859-15");

    @Test
    void theFilesAreWhatTheTableWrites() throws IOException {
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve("adt.hl7"), DemoAdtFeed.write().getBytes(LATIN9));
            Files.writeString(FOLDER.resolve("fhir-bundle.json"), DemoFhirBundle.write());
        }
        assertThat(Files.readString(FOLDER.resolve("adt.hl7"), LATIN9)).isEqualTo(DemoAdtFeed.write());
        assertThat(Files.readString(FOLDER.resolve("fhir-bundle.json"), StandardCharsets.UTF_8))
                .isEqualTo(DemoFhirBundle.write());
    }

    @Test
    void bothFilesTogetherPutTwelvePatientsInEachUnit() {
        CensusLoad load = load();
        assertThat(load.findings()).isEmpty();
        Census census = load.census();
        assertThat(census.asOf()).isEqualTo(Instant.parse("2026-11-23T05:30:00Z"));
        assertThat(census.units())
                .containsExactly(new Unit("CARD", "Cardiologie"), new Unit("MEDP", "Médecine polyvalente"));
        assertThat(census.encounters()).hasSize(24);
        assertThat(census.encounters().stream().filter(stay -> stay.unit().equals("CARD")))
                .hasSize(12);
        assertThat(census.patients())
                .hasSize(24)
                .allSatisfy(patient -> assertThat(patient.weightKg()).isPresent());
        assertThat(census.drugs()).hasSize(45);
    }

    @Test
    void orderOfTheFilesDoesNotMatter() {
        Census there = load().census();
        Census back = new CensusReader(ZoneId.of("Europe/Paris"), CLOCK)
                .read(List.of(FOLDER.resolve("fhir-bundle.json"), FOLDER.resolve("adt.hl7")))
                .census();
        assertThat(back.patients()).isEqualTo(there.patients());
        assertThat(back.encounters()).isEqualTo(there.encounters());
    }

    @Test
    void traitsAccentsAndOrdersArriveAsWritten() {
        Census census = load().census();
        Patient second = patient(census, 2);
        assertThat(second.birthName()).isEqualTo("DEMO-BROUETTE");
        assertThat(second.usedName()).contains("DEMO-TEST");
        assertThat(second.nationalId()).contains("255081416802538");
        assertThat(second.birthPlace()).contains("14168");
        assertThat(second.noKnownAllergy()).isTrue();
        assertThat(patient(census, 4).given()).containsExactly("DAPHNE", "MARIE");
        assertThat(patient(census, 7).allergies()).containsExactly("œuf");
        assertThat(patient(census, 14).allergies()).containsExactly("pénicilline");
        assertThat(patient(census, 3).noKnownAllergy()).isFalse();
        assertThat(census.drugs())
                .contains(new ActiveDrug(
                        patient(census, 7).id(),
                        "digoxine",
                        Optional.of("C01AA05"),
                        Optional.of("125"),
                        Optional.of("µg"),
                        Optional.of("oral"),
                        Optional.of("8 h"),
                        List.of(new Intake(Intake.Moment.MORNING, Optional.of("125 µg")))));
        Encounter moved = census.encounters().stream()
                .filter(stay -> stay.patientId().equals(patient(census, 13).id()))
                .findFirst()
                .orElseThrow();
        assertThat(moved.unit()).isEqualTo("MEDP");
        assertThat(moved.bed()).contains("301-F");
        assertThat(moved.attending()).contains("Dr Noël MODELE");
        assertThat(census.patients()).noneMatch(p -> p.birthName().matches("DEMO-(PARTI|ERREUR)"));
    }

    @Test
    void everyNumberPassesItsOwnCheckAndBelongsToATestRange() {
        for (DemoHospital.Guest guest : DemoHospital.guests()) {
            assertThat(CheckDigits.passes(CheckRule.MOD97, guest.ipp())).isTrue();
            assertThat(CheckDigits.passes(CheckRule.MOD97, guest.nda())).isTrue();
            assertThat(CheckDigits.passes(CheckRule.NIR, guest.ins())).isTrue();
            assertThat(guest.family()).startsWith("DEMO-");
        }
    }

    private static Patient patient(Census census, int number) {
        String ipp = DemoHospital.guests().get(number - 1).ipp();
        return census.patients().stream()
                .filter(patient -> patient.id().equals(ipp))
                .findFirst()
                .orElseThrow();
    }

    private static CensusLoad load() {
        return new CensusReader(ZoneId.of("Europe/Paris"), CLOCK)
                .read(List.of(FOLDER.resolve("adt.hl7"), FOLDER.resolve("fhir-bundle.json")));
    }
}
