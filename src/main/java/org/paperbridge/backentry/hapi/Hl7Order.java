package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v25.group.RDE_O11_ORDER;
import ca.uhn.hl7v2.model.v25.message.RDE_O11;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.DrugRoute;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.UnitOfDose;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * RDE^O11. RXE-3 and RXE-5 are required by the standard: an order without a certain dose, unit and route goes to a
 * person. Roles are those of the FHIR order.
 */
final class Hl7Order {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private Hl7Order() {}

    static Message of(ClinicalRecord record, Hl7Envelope envelope, String controlId) throws HL7Exception {
        BackEntrySite site = envelope.site();
        Map<String, String> values = record.values();
        Optional<BigDecimal> dose = WrittenText.number(values.getOrDefault("dose", ""));
        Optional<String> unit = UnitOfDose.ucum(values.getOrDefault("unit", ""));
        String drug = values.getOrDefault("drug", values.getOrDefault("drug-code", ""));
        if (drug.isEmpty() || dose.isEmpty() || unit.isEmpty() || !values.containsKey("route")) {
            throw new RecordRefusedException(
                    "incomplete-order",
                    "Prescription sans médicament, dose, unité ou voie validés : le message RDE les exige.",
                    "Order without a released drug, dose, unit or route: an RDE message needs all four.");
        }
        RDE_O11 message = new RDE_O11();
        envelope.header(message.getMSH(), record, "RDE", "O11", "RDE_O11", controlId);
        envelope.patient(message.getPATIENT().getPID(), record);
        if (record.encounterId().isPresent()) {
            envelope.visit(message.getPATIENT().getPATIENT_VISIT().getPV1(), record, "U");
        }
        WrittenMoment end = WrittenMoment.of(record, "end-date", "end-time", site.ward());
        String start = start(record, site);
        RDE_O11_ORDER order = message.getORDER();
        new SegmentWriter(order.getORC())
                .put(1, "NW")
                .put(2, 1, record.id())
                .put(2, 2, "PAPERBRIDGE")
                .put(5, past(end, record, site) ? "CM" : "IP")
                .put(9, Hl7Stamp.of(record.recordedAt(), site.ward()))
                .put(10, record.enteredBy())
                .put(15, start)
                .professional(12, record.author());
        new SegmentWriter(order.getRXE())
                .put(2, 1, values.getOrDefault("drug-code", ""))
                .put(2, 2, values.getOrDefault("drug", ""))
                .put(2, 3, values.containsKey("drug-code") ? "ATC" : "")
                .put(3, dose.get().toPlainString())
                .put(5, 1, unit.get())
                .put(5, 2, values.getOrDefault("unit", ""))
                .put(5, 3, "UCUM")
                .put(7, 2, OrderWords.of(values));
        new SegmentWriter(order.getNTE()).put(1, "1").put(3, ProofWords.of(record));
        SegmentWriter timing = new SegmentWriter(order.getTIMING_ENCODED().getTQ1())
                .put(1, "1")
                .put(7, start)
                .put(8, Hl7Stamp.of(end));
        List<LocalTime> times = WrittenText.times(values.getOrDefault("times", ""));
        for (int i = 0; i < times.size(); i++) {
            timing.repeat(4, i, 1, TIME.format(times.get(i)));
        }
        route(new SegmentWriter(order.getRXR()), values.getOrDefault("route", ""));
        return message;
    }

    private static String start(ClinicalRecord record, BackEntrySite site) {
        String written = Hl7Stamp.of(WrittenMoment.of(record, "start-date", "start-time", site.ward()));
        return written.isEmpty() ? Hl7Stamp.of(WrittenMoment.occurred(record, site.ward())) : written;
    }

    private static boolean past(WrittenMoment end, ClinicalRecord record, BackEntrySite site) {
        return end.before(record.recordedAt(), site.ward());
    }

    private static void route(SegmentWriter rxr, String tick) {
        Optional<DrugRoute> known = DrugRoute.find(tick);
        rxr.put(1, 1, known.map(DrugRoute::hl7).orElse(""))
                .put(1, 2, tick)
                .put(1, 3, known.isPresent() ? "HL70162" : "");
    }
}
