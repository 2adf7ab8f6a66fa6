package org.paperbridge.backentry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.census.CensusReader;
import org.paperbridge.demo.hapi.FhirReceiver;
import org.paperbridge.demo.hapi.MllpReceiver;
import org.paperbridge.form.record.ClinicalRecord;
import org.slf4j.LoggerFactory;

final class NoIdentityInLogsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void neitherSendingNorRefusalNorCensusWritesATraitIntoALog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger own = (Logger) LoggerFactory.getLogger("org.paperbridge");
        Level before = own.getLevel();
        root.addAppender(log);
        own.setLevel(Level.TRACE);
        own.info("the appender works");
        List<ClinicalRecord> records =
                List.of(SampleRecords.admission(Map.of()), SampleRecords.pulse("7Z"), SampleRecords.order(Map.of()));
        try (FhirReceiver ehr = new FhirReceiver(0);
                MllpReceiver his = new MllpReceiver(0)) {
            RecordSenders senders = new RecordSenders(SampleRecords.SITE, id -> Optional.empty(), ProofImages.NONE);
            for (Destination destination : List.of(
                    new Destination.Fhir("ehr", ehr.url(), Optional.empty(), Duration.ofSeconds(5)),
                    new Destination.Hl7v2(
                            "his", "localhost", his.port(), false, "", "", "8859/15", Duration.ofSeconds(5)),
                    new Destination.Csv("billing", folder.resolve("billing.csv")))) {
                try (RecordSender sender = senders.open(destination)) {
                    assertThat(sender.send(records)).hasSize(3);
                    assertThat(sender.send(records).toString()).doesNotContain("DEMO-");
                }
            }
            new CensusReader(SampleRecords.SITE.ward(), Clock.systemUTC())
                    .read(List.of(Path.of("src/main/resources/demo/adt.hl7")));
        } finally {
            root.detachAppender(log);
            own.setLevel(before);
        }
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).contains("the appender works");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("DEMO-") || line.contains("90010181") || line.contains("paracétamol"));
    }
}
