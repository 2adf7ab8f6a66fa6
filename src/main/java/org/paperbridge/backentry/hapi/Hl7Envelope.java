package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.KnownPatients;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.record.ClinicalRecord;

/** MSH, PID and PV1, the same in every message. PID-2, 4, 9, 10, 12, 17, 19 and 22 stay empty: PAM-FR forbids them. */
final class Hl7Envelope {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final BackEntrySite site;
    private final Destination.Hl7v2 destination;
    private final KnownPatients patients;

    Hl7Envelope(BackEntrySite site, Destination.Hl7v2 destination, KnownPatients patients) {
        this.site = site;
        this.destination = destination;
        this.patients = patients;
    }

    /** MSH-7 is the release, not the sending: a repeated message is the same to the last byte. */
    void header(Segment msh, ClinicalRecord record, String type, String event, String structure, String controlId) {
        new SegmentWriter(msh)
                .put(1, "|")
                .put(2, "^~\\&")
                .put(3, "PAPERBRIDGE")
                .put(4, site.facility())
                .put(5, destination.application())
                .put(6, destination.facility())
                .put(7, Hl7Stamp.of(record.recordedAt(), site.ward()))
                .put(9, 1, type)
                .put(9, 2, event)
                .put(9, 3, structure)
                .put(10, controlId)
                .put(11, "P")
                .put(12, 1, "2.5")
                .put(12, 2, "FRA")
                .put(12, 3, "2.5")
                .put(17, "FRA")
                .put(18, destination.charset())
                .put(19, "FR");
    }

    /** Who it is about, by number; the name only if the census knows it. */
    void patient(Segment pid, ClinicalRecord record) {
        SegmentWriter writer = numbers(pid, record);
        Optional<Patient> known = patients.find(record.patientId());
        if (known.isEmpty()) {
            writer.put(5, 7, "U");
            return;
        }
        Patient patient = known.get();
        names(writer, patient.birthName(), patient.usedName(), patient.given());
        writer.put(7, patient.birthDate().map(DAY::format)).put(8, patient.sex().map(Hl7Envelope::sex));
    }

    SegmentWriter numbers(Segment pid, ClinicalRecord record) {
        SegmentWriter writer =
                new SegmentWriter(pid).identifier(3, record.patientId(), site.facility(), site.patientOid(), "PI");
        record.encounterId()
                .ifPresent(visit -> writer.identifier(18, visit, site.facility(), site.encounterOid(), "AN"));
        return writer;
    }

    static void names(SegmentWriter pid, String birth, Optional<String> used, List<String> given) {
        String first = given.isEmpty() ? "" : given.getFirst();
        pid.repeat(5, 0, 1, birth).repeat(5, 0, 2, first).repeat(5, 0, 7, "L");
        if (given.size() > 1) {
            pid.repeat(5, 0, 3, String.join(" ", given));
        }
        used.ifPresent(name -> pid.repeat(5, 1, 1, name).repeat(5, 1, 2, first).repeat(5, 1, 7, "D"));
    }

    static String sex(String tick) {
        return tick.equals("M") || tick.equals("F") ? tick : "U";
    }

    /** @param patientClass HL7 table 0004; {@code U} where the page does not say */
    SegmentWriter visit(Segment pv1, ClinicalRecord record, String patientClass) {
        SegmentWriter writer = new SegmentWriter(pv1).put(2, patientClass);
        record.encounterId()
                .ifPresent(visit -> writer.identifier(19, visit, site.facility(), site.encounterOid(), "VN"));
        return writer;
    }

    BackEntrySite site() {
        return site;
    }
}
