package org.paperbridge.backentry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;

/** Released facts of one invented stay. */
public final class SampleRecords {

    public static final BackEntrySite SITE = new BackEntrySite(
            "CH-DEMO", "1.2.250.1.999.1", "1.2.250.1.999.2", "1.2.250.1.999.3", ZoneId.of("Europe/Paris"));
    public static final ScanRef SCAN = new ScanRef("ab".repeat(32), 0);
    public static final Instant RELEASED = Instant.parse("2026-11-23T13:05:00Z");

    private SampleRecords() {}

    public static ClinicalRecord pulse(String value) {
        return observation(
                "pulse-3", Map.of("loinc", "8867-4", "display", "Pouls", "ucum", "/min"), Map.of("value", value));
    }

    public static ClinicalRecord pressure() {
        return observation(
                "bp-3",
                Map.of(
                        "loinc", "85354-9",
                        "display", "Pression artérielle",
                        "loinc.systolic", "8480-6",
                        "ucum.systolic", "mm[Hg]",
                        "loinc.diastolic", "8462-4",
                        "ucum.diastolic", "mm[Hg]"),
                Map.of("systolic", "128", "diastolic", "76"));
    }

    public static ClinicalRecord consciousness() {
        return observation(
                "acvpu-3",
                Map.of("loinc", "67775-7", "answer.A", "LA9340-6", "answers", "http://loinc.org"),
                Map.of("value", "A"));
    }

    public static ClinicalRecord order(Map<String, String> change) {
        Map<String, String> values = new HashMap<>(Map.of(
                "drug", "paracétamol",
                "drug-code", "N02BE01",
                "dose", "0,5",
                "unit", "g",
                "route", "oral",
                "times", "h8,h14,h20",
                "start-date", "23/11/2026",
                "start-time", "08:00"));
        values.putAll(change);
        values.values().removeIf(String::isEmpty);
        return record("line-2", "medication-request", Map.of(), values);
    }

    public static ClinicalRecord admission(Map<String, String> change) {
        Map<String, String> values = new HashMap<>(Map.of(
                "birth-name", "DEMO-ÉCLAIR",
                "used-name", "DEMO-FICTIF",
                "given-name", "ZOÉ ANNE",
                "birth-date", "14/08/1955",
                "sex", "F",
                "birth-place", "14168",
                "unit", "CARD",
                "bed", "209-P",
                "reason", "Essai | avec ^ des ~ caractères \\ réservés & accents"));
        values.putAll(change);
        values.values().removeIf(String::isEmpty);
        return record("admission", "admission", Map.of(), values);
    }

    public static ClinicalRecord allergy(String status, String text) {
        Map<String, String> values = new HashMap<>(Map.of("status", status, "text", text));
        values.values().removeIf(String::isEmpty);
        return record("allergy", "allergy", Map.of(), values);
    }

    public static ClinicalRecord saturation() {
        return observation(
                "saturation-3",
                Map.of("loinc", "59408-5", "display", "SpO2", "ucum", "%"),
                Map.of("value", "96", "oxygen", "air"));
    }

    public static ClinicalRecord observation(String id, Map<String, String> codes, Map<String, String> values) {
        return record(id, "observation", codes, values);
    }

    public static ClinicalRecord record(
            String target, String kind, Map<String, String> codes, Map<String, String> values) {
        Map<String, String> fields = new HashMap<>();
        values.keySet().forEach(role -> fields.put(role, target + "-" + role));
        return new ClinicalRecord(
                "1-K7QM3F9TX0-1-" + target,
                new BackEntryTarget(target, kind, fields, codes, List.of()),
                values,
                "90010181",
                Optional.of("269020189"),
                Optional.of(Instant.parse("2026-11-23T07:30:00Z")),
                RELEASED,
                Optional.of("99700100011"),
                "reviewer-7",
                SCAN,
                1);
    }

    /** The same record with another time at the bedside. */
    public static ClinicalRecord at(ClinicalRecord record, Optional<Instant> occurredAt) {
        return new ClinicalRecord(
                record.id(),
                record.target(),
                record.values(),
                record.patientId(),
                record.encounterId(),
                occurredAt,
                record.recordedAt(),
                record.author(),
                record.enteredBy(),
                record.proof(),
                record.page());
    }

    /** The same record of another page of the stay. */
    public static ClinicalRecord onPage(ClinicalRecord record, int page) {
        return new ClinicalRecord(
                record.id() + "-p" + page,
                record.target(),
                record.values(),
                record.patientId(),
                record.encounterId(),
                record.occurredAt(),
                record.recordedAt(),
                record.author(),
                record.enteredBy(),
                new ScanRef("cd".repeat(32), page),
                page);
    }
}
