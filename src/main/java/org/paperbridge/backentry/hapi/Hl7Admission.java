package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.v25.message.ADT_A01;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * ADT^A01 after PAM-FR: EVN-6 is when the patient came, EVN-2 when it was entered; ZBE announces the movement.
 *
 * <p>The identity is provisional (PID-32 PROV), so a national number written at the desk is not sent: French rules allow
 * it only for a qualified identity. Roles are those of the FHIR admission.
 */
final class Hl7Admission {

    /** HL7 table 0430; an ambulance may be public or private, so it keeps its word only. */
    private static final Map<String, String> ARRIVAL = Map.of(
            "police", "0",
            "emergency", "1",
            "own", "5",
            "helicopter", "6",
            "firefighters", "7",
            "other", "9");

    private Hl7Admission() {}

    static Message of(ClinicalRecord record, Hl7Envelope envelope, String controlId) throws HL7Exception {
        BackEntrySite site = envelope.site();
        Map<String, String> values = record.values();
        String occurred = Hl7Stamp.of(WrittenMoment.occurred(record, site.ward()));
        if (occurred.isEmpty() || record.encounterId().isEmpty()) {
            throw new RecordRefusedException(
                    "no-movement",
                    "Admission sans date ou sans numéro de séjour validé : le message ADT les exige.",
                    "Admission without a released date or visit number: an ADT message needs both.");
        }
        ADT_A01 message = new ADT_A01();
        envelope.header(message.getMSH(), record, "ADT", "A01", "ADT_A01", controlId);
        new SegmentWriter(message.getEVN())
                .put(2, Hl7Stamp.of(record.recordedAt(), site.ward()))
                .put(5, record.enteredBy())
                .put(6, occurred);
        identity(envelope.numbers(message.getPID(), record), values);
        SegmentWriter visit = envelope.visit(message.getPV1(), record, "I").put(44, occurred);
        String[] bed = values.getOrDefault("bed", "").split("-", 2);
        visit.put(3, values.getOrDefault("unit", "")).put(3, 2, bed[0]).put(3, 3, bed.length > 1 ? bed[1] : "");
        new SegmentWriter(message.getPV2())
                .put(3, 2, values.getOrDefault("reason", ""))
                .put(38, 1, ARRIVAL.getOrDefault(values.getOrDefault("transport", ""), ""))
                .put(38, 2, values.getOrDefault("transport", ""));
        Optional.ofNullable(values.get("contact-phone"))
                .ifPresent(number -> new SegmentWriter(message.getNK1())
                        .put(1, "1")
                        .put(5, 3, "PH")
                        .put(5, 12, number));
        message.addNonstandardSegment("ZBE");
        SegmentWriter movement = new SegmentWriter((Segment) message.get("ZBE"))
                .put(1, 1, record.id())
                .put(1, 2, "PAPERBRIDGE")
                .put(2, occurred)
                .put(4, "INSERT")
                .put(5, "N")
                .put(9, "HMS");
        Optional.ofNullable(values.get("unit"))
                .ifPresent(unit -> movement.put(7, 1, unit)
                        .put(7, 0, 6, 1, site.facility())
                        .put(7, 0, 6, 2, site.unitOid())
                        .put(7, 0, 6, 3, "ISO")
                        .put(7, 7, "UF")
                        .put(7, 10, unit));
        return message;
    }

    private static void identity(SegmentWriter pid, Map<String, String> values) {
        String birthName = values.getOrDefault("birth-name", "");
        if (birthName.isEmpty()) {
            throw new RecordRefusedException(
                    "no-name",
                    "Admission sans nom de naissance validé : rien n'est envoyé.",
                    "Admission without a released birth name: nothing is sent.");
        }
        List<String> given =
                List.of(values.getOrDefault("given-name", "").trim().split("[ ,]+"));
        Hl7Envelope.names(pid, birthName, Optional.ofNullable(values.get("used-name")), given);
        Optional.ofNullable(values.get("birth-date"))
                .ifPresent(written -> pid.put(
                        7,
                        WrittenText.date(written)
                                .map(DateTimeFormatter.BASIC_ISO_DATE::format)
                                .orElseThrow(() -> new RecordRefusedException(
                                        "impossible-date",
                                        "La date de naissance notée n'existe pas. Corriger la page.",
                                        "The date of birth written does not exist. Correct the page."))));
        Optional.ofNullable(values.get("sex")).ifPresent(tick -> pid.put(8, Hl7Envelope.sex(tick)));
        Optional.ofNullable(values.get("birth-place"))
                .ifPresent(code -> pid.put(11, 7, "BDL").put(11, 9, code));
        pid.put(32, "PROV");
    }
}
