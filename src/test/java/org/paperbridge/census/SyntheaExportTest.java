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
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Unit;

/**
 * FEATURE UNDER TEST: FHIR R4 that others wrote loads, or says why not. Part of an export of Synthea, bulk and Bundles;
 * {@code src/training/synthea.sh} makes the whole one anew.
 */
final class SyntheaExportTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/paperbridge/census");
    private static final Instant WRITTEN = Instant.parse("2026-11-01T00:00:00Z");

    private final CensusReader reader = new CensusReader(
            ZoneId.of("Europe/Paris"), Clock.fixed(Instant.parse("2026-11-23T03:00:00Z"), ZoneOffset.UTC));

    /** Run with {@code -Dapprove=true} to write the outcome anew, then read the difference. */
    @Test
    void everythingIsUsedOrItsReasonIsSaid() throws IOException {
        String found = "as exported\n" + outcome(reader.readContents(files("bulk/", false))) + "\nBundles\n"
                + outcome(reader.readContents(files("bundle/", false)))
                + "\nwith the stays in hospital not yet ended\n"
                + outcome(reader.readContents(files("bulk/", true)));
        Path approved = FOLDER.resolve("synthea.approved.txt");
        if (Boolean.getBoolean("approve")) {
            Files.writeString(approved, found);
        }
        assertThat(found).isEqualTo(Files.readString(approved));
    }

    @Test
    void anOldExportIsAsOldAsItsFiles() throws IOException {
        assertThat(reader.readContents(files("bulk/", false)).census().asOf()).isEqualTo(WRITTEN);
    }

    @Test
    void aDoseWithoutUnitIsNoDoseAndNothingIsPrintedAsNull() throws IOException {
        CensusLoad load = reader.readContents(files("bulk/", true));
        assertThat(load.census().drugs())
                .isNotEmpty()
                .allSatisfy(drug -> assertThat(drug.toString()).doesNotContainIgnoringCase("null"))
                .extracting(ActiveDrug::dose)
                .allMatch(java.util.Optional::isEmpty);
        assertThat(load.findings())
                .extracting(finding -> finding.line("en"))
                .anyMatch(line -> line.startsWith("MedicationRequest.ndjson")
                        && line.contains("prescription(s) whose dose has no unit: dose not printed"));
    }

    @Test
    void aClinicWhereNobodyLiesGetsNoKitAndIsCounted() throws IOException {
        CensusLoad ended = reader.readContents(files("bulk/", false));
        assertThat(ended.census().units()).isEmpty();
        CensusLoad present = reader.readContents(files("bulk/", true));
        assertThat(present.census().units())
                .isNotEmpty()
                .extracting(Unit::name)
                .allMatch(name -> !name.matches("[0-9a-f-]{36}"));
        assertThat(present.census().encounters())
                .allSatisfy(stay -> assertThat(present.census().units())
                        .anyMatch(unit -> unit.code().equals(stay.unit())));
    }

    private static String outcome(CensusLoad load) {
        return String.format(
                        "%d patient(s), %d present, %d unit(s), %d drug(s), %d result(s), data as of %s%n",
                        load.census().patients().size(),
                        load.census().encounters().size(),
                        load.census().units().size(),
                        load.census().drugs().size(),
                        load.census().results().size(),
                        load.census().asOf())
                + load.findings().stream()
                        .map(finding -> finding.severity() + " " + finding.line("en") + "\n")
                        .collect(Collectors.joining());
    }

    /** @param present the stays of class IMP are in progress: Synthea itself lets every stay end */
    private static List<CensusFile> files(String folder, boolean present) throws IOException {
        List<CensusFile> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(FOLDER.resolve("synthea.zip").toFile(), StandardCharsets.UTF_8)) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.getName().startsWith(folder)) {
                    continue;
                }
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (present && entry.getName().endsWith("Encounter.ndjson")) {
                    text = text.lines()
                            .map(line -> line.contains("\"code\":\"IMP\"")
                                    ? line.replaceFirst("\"status\":\"finished\"", "\"status\":\"in-progress\"")
                                    : line)
                            .collect(Collectors.joining("\n"));
                }
                files.add(CensusFile.of(
                        entry.getName().substring(folder.length()), text.getBytes(StandardCharsets.UTF_8), WRITTEN));
            }
        }
        files.sort(Comparator.comparing(CensusFile::name));
        return files;
    }
}
