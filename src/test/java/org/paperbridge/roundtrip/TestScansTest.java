package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paper that was printed once must be read for ever: the scans never change, only the code does. */
@TestInstance(Lifecycle.PER_CLASS)
final class TestScansTest {

    private final Ward ward;

    TestScansTest(@TempDir Path folder) {
        ward = Ward.ofTestScans(folder);
    }

    @AfterAll
    void close() {
        ward.close();
    }

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(Ward.TEST_SCANS)) {
            return folders.filter(f -> Files.exists(f.resolve(ScanCase.SCAN)))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyStageSaysWhatItSaidBefore(Path folder) throws IOException {
        ScanCase scan = new ScanCase(folder);
        assertThat(scan.differences(scan.read(ward)))
                .as("if the change is wanted, run test-scans/remake.sh, look at the difference and commit it")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nothingAcceptedIsWrong(Path folder) throws IOException {
        String readings = folder.resolve(ScanCase.READINGS).toString();
        if (!Files.exists(Path.of(readings))) {
            return;
        }
        Map<String, List<String>> written = new ScanCase(folder).written();
        List<String> wrong = new ArrayList<>();
        new com.fasterxml.jackson.dataformat.yaml.YAMLMapper()
                .readTree(Files.readString(Path.of(readings)))
                .properties()
                .forEach(field -> {
                    List<String> values = new ArrayList<>();
                    field.getValue().path("values").forEach(v -> values.add(v.asText()));
                    List<String> truth = written.getOrDefault(field.getKey(), List.of());
                    if (field.getValue().path("accepted").asBoolean()
                            && !truth.equals(List.of("*"))
                            && !values.equals(truth)) {
                        wrong.add(field.getKey() + ": " + values + ", written " + truth);
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @Test
    void thereIsSuchPaper() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(6);
    }
}
