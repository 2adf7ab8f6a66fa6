package org.paperbridge.route.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.route.PipelineRefusedException;

/** The census routes as shipped, from the socket or the drop folder to the census. */
final class CensusRoutesTest {

    @TempDir
    private Path feed = Path.of("");

    @Test
    void everyMessageIsSafeBeforeItIsAnsweredAndKeepsItsCharacters() throws IOException {
        try (RunningSources sources = RunningSources.start(feed);
                Socket socket = sources.connect()) {
            assertThat(RunningSources.send(socket, RunningSources.adt("1", "8859/1", "Été", "1"), "ISO-8859-1"))
                    .contains("ACK^A01|M1|P|2.5\rMSA|AA|M1\r");
            assertThat(kept()).hasSize(1);
            assertThat(RunningSources.send(socket, RunningSources.adt("2", "8859/15", "Œuf", "2"), "ISO-8859-15"))
                    .contains("MSA|AA|M2\r");
            assertThat(RunningSources.send(socket, RunningSources.adt("3", "UNICODE UTF-8", "Łukasz", "3"), "UTF-8"))
                    .contains("MSA|AA|M3\r");
            assertThat(RunningSources.send(socket, "hello", "UTF-8")).contains("MSA|AR|");
            CensusLoad load = sources.load();
            assertThat(load.findings()).isEmpty();
            assertThat(load.census().patients()).extracting(Patient::birthName).containsExactly("Été", "Œuf", "Łukasz");
        }
    }

    @Test
    void aSenderIsToldToTryAgainWhenTheMessageCannotBeKept() throws IOException {
        Path blocked = feed.resolve("feed");
        try (RunningSources sources = RunningSources.start(blocked);
                Socket socket = sources.connect()) {
            // The day's file is a folder: the message cannot be written, as on a full disk.
            Files.createDirectories(
                    blocked.resolve("mllp-" + java.time.LocalDate.now(java.time.ZoneOffset.UTC) + ".hl7"));
            assertThat(RunningSources.send(socket, RunningSources.adt("1", "", "X", "1"), "UTF-8"))
                    .contains("MSA|AE|M1\r");
        }
    }

    @Test
    void aMessageCutOffIsNotKept() throws IOException {
        try (RunningSources sources = RunningSources.start(feed)) {
            try (Socket socket = sources.connect()) {
                socket.getOutputStream().write("\u000bMSH|^~\\&|half".getBytes(StandardCharsets.US_ASCII));
            }
            try (Socket socket = sources.connect()) {
                assertThat(RunningSources.send(socket, RunningSources.adt("1", "", "X", "1"), "UTF-8"))
                        .contains("AA");
            }
            assertThat(Files.readString(kept().getFirst()))
                    .doesNotContain("half")
                    .contains("|M1|");
        }
    }

    @Test
    void aDroppedFileIsKeptOnceAndItsOriginalMovedAside() throws IOException {
        try (RunningSources sources = RunningSources.start(feed)) {
            byte[] file = RunningSources.utf8(RunningSources.adt("1", "", "DEMO", "1"));
            sources.drop("hl7", "MARTIN Jean.hl7", file);
            sources.drop("hl7", "again.hl7", file);
            assertThat(kept())
                    .singleElement()
                    .satisfies(path -> assertThat(path.getFileName().toString()).matches("hl7-[0-9a-f]{16}\\.hl7"));
            try (Stream<Path> done = Files.list(feed.resolve("drop/hl7/.done"))) {
                assertThat(done).hasSize(2).allSatisfy(path -> assertThat(path).hasBinaryContent(file));
            }
            assertThat(sources.load().census().encounters()).hasSize(1);
        }
    }

    @Test
    void aNewTableTakesThePlaceOfTheOneOfTheDayBefore() throws IOException {
        try (RunningSources sources = RunningSources.start(feed)) {
            sources.drop("csv", "lits-2026-02-01.csv", RunningSources.utf8("service;lit;ipp;nda;nom\nMED;1;9;S9;UN\n"));
            sources.drop(
                    "csv", "lits-2026-02-02.csv", RunningSources.utf8("service;lit;ipp;nda;nom\nMED;2;8;S8;DEUX\n"));
            assertThat(sources.load().census().encounters())
                    .extracting(Encounter::patientId)
                    .containsExactly("8");
        }
    }

    @Test
    void aBulkExportOfOneResourceAFileIsJoined() throws IOException {
        try (RunningSources sources = RunningSources.start(feed)) {
            sources.drop(
                    "fhir",
                    "Patient.ndjson",
                    RunningSources.utf8(
                            "{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"value\":\"9\"}],\"name\":[{\"family\":\"DEMO\"}]}\n"));
            sources.drop(
                    "fhir",
                    "Encounter.ndjson",
                    RunningSources.utf8(
                            "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"status\":\"in-progress\",\"class\":{\"code\":\"IMP\"},"
                                    + "\"subject\":{\"reference\":\"Patient/p\"},\"serviceProvider\":{\"display\":\"MED\"}}\n"));
            CensusLoad load = sources.load();
            assertThat(load.findings()).isEmpty();
            assertThat(load.census().encounters())
                    .extracting(Encounter::patientId)
                    .containsExactly("9");
        }
    }

    /** Everything the issue calls bad input, in one feed through the socket and the folder. */
    @Test
    void aBadFeedIsListedAndEverybodyStaysInTheCensus() throws IOException {
        try (RunningSources sources = RunningSources.start(feed);
                Socket socket = sources.connect()) {
            String arabic = "محمد";
            String longName = "A".repeat(120);
            for (String message : List.of(
                    RunningSources.adt("1", "UNICODE UTF-8", arabic, "1"),
                    RunningSources.adt("2", "UNICODE UTF-8", longName, "1"),
                    RunningSources.adt("3", "UNICODE UTF-8", "", "2"),
                    RunningSources.adt("4", "UNICODE UTF-8", "Zoé-Ÿ", "3"))) {
                assertThat(RunningSources.send(socket, message, "UTF-8")).contains("MSA|AA");
            }
            assertThat(RunningSources.send(socket, RunningSources.adt("5", "UNICODE UTF-8", "Été", "4"), "ISO-8859-1"))
                    .contains("MSA|AA");
            sources.drop("hl7", "broken.hl7", RunningSources.utf8("MSH|^~\\&|broken\rPID\rZZZ|||\r"));
            CensusLoad load = sources.load();
            assertThat(load.census().patients())
                    .extracting(Patient::birthName)
                    .containsExactly(arabic, longName, "", "Zoé-Ÿ");
            assertThat(load.findings())
                    .extracting(finding -> finding.messages().get("en"))
                    .contains("character set unknown or contradicted by the bytes (MSH-18)")
                    .hasSize(2);
        }
    }

    @Test
    void aPropertyIsAllThatIsEdited() throws IOException {
        assertThatThrownBy(() -> RunningSources.start(RunningSources.SHIPPED, feed, Map.of("mllp.on", "perhaps"))
                        .close())
                .isInstanceOf(PipelineRefusedException.class);
        Path other = feed.resolve("elsewhere");
        try (RunningSources sources = RunningSources.start(
                RunningSources.SHIPPED,
                feed,
                Map.of("hl7-files.directory", other.toString(), "files.done-file", "${file:name}.ok"))) {
            Files.createDirectories(other);
            Files.write(other.resolve("a.hl7"), RunningSources.utf8(RunningSources.adt("1", "", "DEMO", "1")));
            Files.createFile(other.resolve("a.hl7.ok"));
            RunningSources.await(() -> !Files.exists(other.resolve("a.hl7")));
            assertThat(sources.load().census().encounters()).hasSize(1);
            assertThat(other.resolve("a.hl7.ok")).doesNotExist();
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(feed)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
