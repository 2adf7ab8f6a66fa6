package org.paperbridge.backentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DestinationsTest {

    @Test
    void goodBlocksBecomeDestinations() {
        Destinations read = Destinations.of(Map.of(
                "ehr", Map.of("kind", "fhir", "url", "http://ehr:8080/fhir/", "token", "secret"),
                "his", Map.of("kind", "hl7v2", "host", "eai", "port", "2575", "charset", "8859/1"),
                "billing", Map.of("kind", "csv", "file", "out.csv")));
        assertThat(read.mistakes()).isEmpty();
        assertThat(read.all()).hasSize(3);
        assertThat(read.all().toString()).doesNotContain("secret");
        assertThat(read.all()).contains(new Destination.Csv("billing", Path.of("out.csv")));
        assertThat(read.all())
                .filteredOn(Destination.Hl7v2.class::isInstance)
                .singleElement()
                .satisfies(d -> assertThat(((Destination.Hl7v2) d).timeout()).isEqualTo(Duration.ofSeconds(30)));
    }

    @Test
    void everyMistakeIsListedAtOnce() {
        Destinations read = Destinations.of(Map.of(
                "a", Map.of("kind", "ftp"),
                "b", Map.of("kind", "hl7v2", "port", "99999", "charset", "latin", "colour", "red"),
                "c", Map.of("kind", "fhir", "url", "ehr")));
        assertThat(read.all()).isEmpty();
        assertThat(read.mistakes())
                .containsExactlyInAnyOrder(
                        "a: kind must be fhir, hl7v2 or csv, not 'ftp'",
                        "b: unknown key 'colour'",
                        "b: host is missing",
                        "b: port must be a whole number from 1 to 65535",
                        "b: charset must be 8859/15, 8859/1 or UNICODE UTF-8",
                        "c: url must begin with http:// or https://");
    }
}
