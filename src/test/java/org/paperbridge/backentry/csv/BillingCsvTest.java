package org.paperbridge.backentry.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.form.record.ClinicalRecord;

final class BillingCsvTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachRecordIsOneLineHoweverOftenItIsSent() throws IOException {
        Path file = folder.resolve("sub/billing.csv");
        List<ClinicalRecord> records = List.of(SampleRecords.pulse("72"), SampleRecords.admission(Map.of()));
        assertThat(csv(file).send(records)).allMatch(d -> d.result() instanceof DeliveryResult.Accepted);
        byte[] once = Files.readAllBytes(file);
        csv(file).send(records);
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
        assertThat(once).startsWith(0xef, 0xbb, 0xbf);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("\"1-K7QM3F9TX0-1-admission\";\"admission\"")
                .contains("DEMO-ÉCLAIR");
        assertThat(lines.get(2))
                .contains("\"2026-11-23T08:30:00+01:00\";\"2026-11-23T14:05:00+01:00\"")
                .contains("\"8867-4\";\"Pouls\";\"72\";\"/min\"");
    }

    @Test
    void aLineCutOffByACrashIsWrittenAgainWhole() throws IOException {
        Path file = folder.resolve("billing.csv");
        csv(file).send(List.of(SampleRecords.pulse("72"), SampleRecords.pressure()));
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {2, 40, whole.length - 200, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            csv(file).send(List.of(SampleRecords.pulse("72"), SampleRecords.pressure()));
            assertThat(Files.readAllBytes(file)).as("cut at " + length).isEqualTo(whole);
        }
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        =cmd('x')!A1  | '=cmd('x')!A1
        @SUM(1)       | '@SUM(1)
        +33 1         | '+33 1
        -x            | '-x
        -3,5          | -3,5
        a"b;c         | a""b;c
        ` =1+1`       | `' =1+1`
        """)
    void aSpreadsheetRunsNothing(String reason, String cell) throws IOException {
        Path file = folder.resolve("billing.csv");
        csv(file).send(List.of(SampleRecords.observation("note", Map.of(), Map.of("value", reason))));
        assertThat(Files.readString(file)).contains(";\"" + cell + "\";");
    }

    @Test
    void aLineBreakInAValueStaysInItsLine() throws IOException {
        Path file = folder.resolve("billing.csv");
        csv(file).send(List.of(SampleRecords.observation("note", Map.of(), Map.of("value", "a\r\nb"))));
        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeWrittenIsTriedLater() throws IOException {
        Files.createDirectory(folder.resolve("billing.csv"));
        List<RecordDelivery> results = csv(folder.resolve("billing.csv")).send(List.of(SampleRecords.pulse("72")));
        assertThat(results)
                .singleElement()
                .satisfies(d -> assertThat(d.result()).isInstanceOf(DeliveryResult.Retry.class));
    }

    private static BillingCsv csv(Path file) {
        return new BillingCsv("billing", file, SampleRecords.SITE);
    }
}
