package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.AbstractPrimitive;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v25.datatype.CE;
import ca.uhn.hl7v2.model.v25.datatype.NM;
import ca.uhn.hl7v2.model.v25.datatype.ST;
import ca.uhn.hl7v2.model.v25.group.ORU_R01_ORDER_OBSERVATION;
import ca.uhn.hl7v2.model.v25.message.ORU_R01;
import ca.uhn.hl7v2.model.v25.segment.OBX;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.backentry.WrittenText;
import org.paperbridge.form.record.ClinicalRecord;

/** ORU^R01: OBX-14 is when it was measured, OBX-19 when it was entered. Codes are those of the FHIR observation. */
final class Hl7Observation {

    private Hl7Observation() {}

    static Message of(ClinicalRecord record, Hl7Envelope envelope, String controlId) throws HL7Exception {
        BackEntrySite site = envelope.site();
        Map<String, String> codes = record.target().codes();
        ORU_R01 message = new ORU_R01();
        envelope.header(message.getMSH(), record, "ORU", "R01", "ORU_R01", controlId);
        envelope.patient(message.getPATIENT_RESULT().getPATIENT().getPID(), record);
        envelope.visit(message.getPATIENT_RESULT().getPATIENT().getVISIT().getPV1(), record, "U");
        String occurred = Hl7Stamp.of(WrittenMoment.occurred(record, site.ward()));
        String recorded = Hl7Stamp.of(record.recordedAt(), site.ward());
        ORU_R01_ORDER_OBSERVATION order = message.getPATIENT_RESULT().getORDER_OBSERVATION();
        code(
                        new SegmentWriter(order.getOBR())
                                .put(1, "1")
                                .put(3, 1, record.id())
                                .put(3, 2, "PAPERBRIDGE")
                                .put(7, occurred)
                                .put(22, recorded)
                                .put(25, "F"),
                        4,
                        codes,
                        "")
                .professional(16, record.author());
        new SegmentWriter(order.getNTE()).put(1, "1").put(3, ProofWords.of(record));
        String others = OtherRoles.of(record);
        if (!others.isEmpty()) {
            new SegmentWriter(order.getNTE(1)).put(1, "2").put(3, others);
        }
        List<String> roles = roles(record);
        for (int i = 0; i < roles.size(); i++) {
            String suffix = roles.get(i).equals("value") ? "" : "." + roles.get(i);
            OBX obx = order.getOBSERVATION(i).getOBX();
            SegmentWriter writer = new SegmentWriter(obx)
                    .put(1, Integer.toString(i + 1))
                    .put(11, "F")
                    .put(14, occurred)
                    .put(19, recorded)
                    .professional(16, record.author());
            code(writer, 3, codes, suffix);
            value(message, obx, writer, record, roles.get(i), suffix);
        }
        return message;
    }

    private static List<String> roles(ClinicalRecord record) {
        List<String> roles = new ArrayList<>();
        if (record.values().containsKey("value")) {
            roles.add("value");
        }
        for (String role : new TreeSet<>(record.values().keySet())) {
            if (record.target().codes().containsKey("loinc." + role)) {
                roles.add(role);
            }
        }
        if (roles.isEmpty() || !record.target().codes().containsKey("loinc")) {
            throw new RecordRefusedException(
                    "no-value",
                    "Aucune valeur codée et validée dans cette mesure : rien n'est envoyé.",
                    "No coded and released value in this measurement: nothing is sent.");
        }
        return roles;
    }

    private static SegmentWriter code(SegmentWriter segment, int field, Map<String, String> codes, String suffix) {
        return segment.put(field, 1, codes.getOrDefault("loinc" + suffix, ""))
                .put(field, 2, codes.getOrDefault("display" + suffix, ""))
                .put(field, 3, "LN");
    }

    private static void value(
            Message message, OBX obx, SegmentWriter writer, ClinicalRecord record, String role, String suffix)
            throws HL7Exception {
        Map<String, String> codes = record.target().codes();
        String written = record.values().getOrDefault(role, "");
        String ucum = codes.getOrDefault("ucum" + suffix, "");
        String answer = codes.getOrDefault("answer." + written, "");
        if (!ucum.isEmpty()) {
            String number = WrittenText.number(written)
                    .orElseThrow(() -> new RecordRefusedException(
                            "not-a-number",
                            "La valeur validée n'est pas un nombre : corriger la page.",
                            "The released value is not a number: correct the page."))
                    .toPlainString();
            writer.put(2, "NM").put(6, 1, ucum).put(6, 3, "UCUM");
            primitive(obx, new NM(message), number);
        } else if (!answer.isEmpty()) {
            writer.put(2, "CE");
            CE coded = new CE(message);
            coded.getIdentifier().setValue(answer);
            coded.getText().setValue(written);
            coded.getNameOfCodingSystem().setValue("LN");
            obx.getObservationValue(0).setData(coded);
        } else {
            writer.put(2, "ST");
            primitive(obx, new ST(message), written);
        }
    }

    private static void primitive(OBX obx, AbstractPrimitive type, String value) throws HL7Exception {
        type.setValue(value);
        obx.getObservationValue(0).setData(type);
    }
}
