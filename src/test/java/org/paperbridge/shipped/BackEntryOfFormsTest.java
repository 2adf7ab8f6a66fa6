package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.backentry.RecordSenders;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.demo.hapi.FhirReceiver;
import org.paperbridge.demo.hapi.MllpReceiver;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** Every fact that a shipped form can state arrives at every kind of destination, once. */
final class BackEntryOfFormsTest {

    private static final List<FormTemplate> FORMS =
            ReleasedForms.load(TemplateFiles.ofProduct()).listForms();
    private static final BackEntrySite SITE = SampleRecords.SITE;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyTargetOfEveryFormArrivesOnceAtEveryDestination() {
        List<ClinicalRecord> records = new ArrayList<>();
        for (FormTemplate form : FORMS) {
            for (BackEntryTarget target : form.backEntry()) {
                records.add(filled(form, target));
            }
        }
        assertThat(records).hasSizeGreaterThan(60);
        try (FhirReceiver ehr = new FhirReceiver(0);
                MllpReceiver his = new MllpReceiver(0)) {
            RecordSenders senders = new RecordSenders(SITE, id -> Optional.empty(), ProofImages.NONE);
            for (Destination destination : List.of(
                    new Destination.Fhir("ehr", ehr.url(), Optional.empty(), Duration.ofSeconds(20)),
                    new Destination.Hl7v2(
                            "his", "localhost", his.port(), false, "", "", "8859/15", Duration.ofSeconds(20)),
                    new Destination.Csv("billing", folder.resolve("billing.csv")))) {
                try (RecordSender sender = senders.open(destination)) {
                    List<RecordDelivery> results = sender.send(records);
                    assertThat(results)
                            .as(destination.name())
                            .hasSize(records.size())
                            .allMatch(delivery -> delivery.result() instanceof DeliveryResult.Accepted);
                    assertThat(sender.send(records)).isEqualTo(results);
                }
            }
            for (ClinicalRecord record : records) {
                assertThat(ehr.holding("urn:paperbridge:provenance", record.id()))
                        .as(record.id())
                        .isEqualTo(1);
                assertThat(his.holding(record.id())).as(record.id()).isEqualTo(1);
            }
            assertThat(his.messages()).hasSize(records.size());
        }
    }

    private static ClinicalRecord filled(FormTemplate form, BackEntryTarget target) {
        Map<String, String> values = new HashMap<>();
        target.fields().forEach((role, field) -> values.put(role, value(form, role, field)));
        if (target.kind().equals("allergy")) {
            values.put("status", "present");
        }
        return new ClinicalRecord(
                "1-TEST" + form.number() + "V" + form.ref().version() + "-1-" + target.id(),
                target,
                values,
                "90010181",
                Optional.of("269020189"),
                Optional.of(Instant.parse("2026-11-23T07:30:00Z")),
                SampleRecords.RELEASED,
                Optional.ofNullable(values.get("author")),
                "reviewer-7",
                SampleRecords.SCAN,
                1);
    }

    /** Something that the field could hold: its second tick where it has one, digits, letters or a date. */
    private static String value(FormTemplate form, String role, String field) {
        FieldZone zone = form.layout().pages().stream()
                .flatMap(page -> page.fields().stream())
                .filter(z -> z.id().equals(field))
                .findFirst()
                .orElseThrow();
        List<String> ticks = zone instanceof FieldZone.Tick tick
                ? tick.options().stream().map(TickOption::value).toList()
                : List.of();
        if (!ticks.isEmpty()) {
            return ticks.size() > 1 ? ticks.get(1) : ticks.getFirst();
        }
        return switch (role) {
            case "date", "birth-date" -> "23/11/2026";
            case "time" -> "08:30";
            case "birth-name", "used-name", "given-name", "text", "drug" -> "DEMO";
            default -> "12";
        };
    }
}
