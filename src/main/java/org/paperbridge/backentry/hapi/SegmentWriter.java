package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.util.Terser;
import java.util.Optional;

/** Fields of a segment by their HL7 numbers; an absent value leaves the field empty. */
final class SegmentWriter {

    private final Segment segment;

    SegmentWriter(Segment segment) {
        this.segment = segment;
    }

    /** First component of the first repetition. */
    SegmentWriter put(int field, String value) {
        return put(field, 0, 1, 1, value);
    }

    SegmentWriter put(int field, Optional<String> value) {
        return put(field, value.orElse(""));
    }

    SegmentWriter put(int field, int component, String value) {
        return put(field, 0, component, 1, value);
    }

    SegmentWriter repeat(int field, int repetition, int component, String value) {
        return put(field, repetition, component, 1, value);
    }

    /** An identifier with its authority: {@code id^^^facility&oid&ISO^type}, or components 1, 2–4 of an EI. */
    SegmentWriter identifier(int field, String id, String facility, String oid, String type) {
        put(field, 0, 1, 1, id);
        put(field, 0, 4, 1, facility);
        put(field, 0, 4, 2, oid);
        put(field, 0, 4, 3, "ISO");
        return put(field, 0, 5, 1, type);
    }

    /** A professional by number, as PAM-FR writes RPPS. */
    SegmentWriter professional(int field, Optional<String> rpps) {
        rpps.ifPresent(number -> {
            put(field, 0, 1, 1, number);
            put(field, 0, 9, 1, "ASIP-SANTE-PS");
            put(field, 0, 9, 2, "1.2.250.1.71.4.2.1");
            put(field, 0, 9, 3, "ISO");
            put(field, 0, 13, 1, "RPPS");
        });
        return this;
    }

    SegmentWriter put(int field, int repetition, int component, int subcomponent, String value) {
        if (value.isEmpty()) {
            return this;
        }
        try {
            Terser.set(segment, field, repetition, component, subcomponent, value);
            return this;
        } catch (HL7Exception e) {
            throw new IllegalStateException(segment.getName() + "-" + field + " cannot be set", e);
        }
    }
}
