package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.v25.message.ADT_A60;
import org.paperbridge.backentry.AllergyAnswer;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.WrittenMoment;
import org.paperbridge.form.record.ClinicalRecord;

/** ADT^A60: one IAM segment that adds an answer; IAM-7 names it, so that it is added once. */
final class Hl7Allergy {

    private Hl7Allergy() {}

    static Message of(ClinicalRecord record, Hl7Envelope envelope, String controlId) throws HL7Exception {
        BackEntrySite site = envelope.site();
        String occurred = Hl7Stamp.of(WrittenMoment.occurred(record, site.ward()));
        String recorded = Hl7Stamp.of(record.recordedAt(), site.ward());
        ADT_A60 message = new ADT_A60();
        envelope.header(message.getMSH(), record, "ADT", "A60", "ADT_A60", controlId);
        new SegmentWriter(message.getEVN())
                .put(2, recorded)
                .put(5, record.enteredBy())
                .put(6, occurred);
        envelope.patient(message.getPID(), record);
        envelope.visit(message.getPV1(), record, "U");
        SegmentWriter iam = new SegmentWriter(message.getIAM())
                .put(1, "1")
                .put(6, 1, "A")
                .put(7, 1, record.id())
                .put(7, 2, "PAPERBRIDGE")
                .put(13, occurred)
                .put(20, recorded);
        switch (AllergyAnswer.of(record)) {
            case AllergyAnswer.Present present -> iam.put(3, 2, present.substance());
            case AllergyAnswer.NoneKnown() ->
                iam.put(3, 1, "716186003").put(3, 2, "No known allergy").put(3, 3, "SCT");
            case AllergyAnswer.Unknown() ->
                iam.put(3, 1, "no-allergy-info").put(3, 2, "No information about allergies");
        }
        return message;
    }
}
