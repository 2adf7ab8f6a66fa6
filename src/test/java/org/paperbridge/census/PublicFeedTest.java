package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.census.Census;

/** FEATURE UNDER TEST: HL7 v2 messages that others wrote load, or say why not. 139 files of Microsoft's FHIR Converter. */
final class PublicFeedTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/paperbridge/census");

    private final CensusReader reader = new CensusReader(
            ZoneId.of("Europe/Paris"), Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC));

    /** Run with {@code -Dapprove=true} to write the list anew, then read the difference. */
    @Test
    void everyFileIsUsedOrItsReasonIsSaid() throws IOException {
        String found = files().stream().map(this::line).collect(Collectors.joining("\n")) + "\n";
        Path approved = FOLDER.resolve("fhir-converter-hl7v2.approved.txt");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, found);
        }
        assertThat(found).isEqualTo(Files.readString(approved));
    }

    @Test
    void allOfThemTogetherAreOneHospital() throws IOException {
        CensusLoad load = reader.readContents(files());

        assertThat(load.census().encounters()).isNotEmpty();
        assertThat(load.census().drugs()).isNotEmpty();
        assertThat(load.census().encounters())
                .allSatisfy(stay -> assertThat(stay.unit()).isNotBlank())
                .allSatisfy(stay -> assertThat(load.census().patients())
                        .anySatisfy(p -> assertThat(p.id()).isEqualTo(stay.patientId())));
    }

    private String line(CensusFile file) {
        CensusLoad load = reader.readContents(List.of(file));
        return String.format(
                "%-46s %d patient(s), %d stay(s), %d drug(s), %d result(s)%s%s",
                file.name(),
                load.census().patients().size(),
                load.census().encounters().size(),
                load.census().drugs().size(),
                load.census().results().size(),
                more(load.census()),
                load.findings().stream()
                        .map(f -> "; " + f.severity() + " " + f.line("en").replaceFirst("^[^ ]* ", ""))
                        .collect(Collectors.joining()));
    }

    /** What is on the sheets of a patient beside, where there is any. */
    private static String more(Census census) {
        return (census.notes().isEmpty() ? "" : ", " + census.notes().size() + " note(s)")
                + (census.exams().isEmpty() ? "" : ", " + census.exams().size() + " exam(s)")
                + (census.letters().isEmpty() ? "" : ", " + census.letters().size() + " letter(s)");
    }

    private static List<CensusFile> files() throws IOException {
        List<CensusFile> files = new ArrayList<>();
        try (ZipFile zip =
                new ZipFile(FOLDER.resolve("fhir-converter-hl7v2.zip").toFile(), StandardCharsets.UTF_8)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                files.add(
                        CensusFile.of(entry.getName(), zip.getInputStream(entry).readAllBytes()));
            }
        }
        files.sort(Comparator.comparing(CensusFile::name));
        return files;
    }
}
