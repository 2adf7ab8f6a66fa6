package org.paperbridge.backentry.hapi;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.paperbridge.backentry.BackEntrySite;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.KnownPatients;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.ReleaseGuard;
import org.paperbridge.form.record.ClinicalRecord;

/** One record to one HL7 v2.5 message in the receiver's character set. */
public final class Hl7Messages {

    private final HapiContext hapi = new DefaultHapiContext();
    private final Hl7Envelope envelope;
    private final Charset charset;

    public Hl7Messages(BackEntrySite site, Destination.Hl7v2 destination, KnownPatients patients) {
        this.envelope = new Hl7Envelope(site, destination, patients);
        this.charset = switch (destination.charset()) {
            case "8859/1" -> StandardCharsets.ISO_8859_1;
            case "8859/15" -> Charset.forName("ISO-8859-15");
            default -> StandardCharsets.UTF_8;
        };
    }

    /**
     * @param controlId MSH-10
     * @param text for people and tests; segments end with {@code \r}
     */
    record Encoded(String controlId, String text) {}

    /** @throws RecordRefusedException when it cannot be said without inventing something */
    Encoded encode(ClinicalRecord record) {
        ReleaseGuard.check(record);
        String type = switch (record.target().kind()) {
            case "admission" -> "ADT^A01";
            case "observation" -> "ORU^R01";
            case "medication-request" -> "RDE^O11";
            case "allergy" -> "ADT^A60";
            default ->
                throw new RecordRefusedException(
                        "unknown-kind",
                        "Ce type de fait n'a pas encore de traduction HL7 v2 : à saisir à la main.",
                        "This kind of fact has no HL7 v2 mapping yet: enter it by hand.");
        };
        String controlId = ControlId.of(envelope.site().facility(), type, record);
        try {
            Message message = switch (type) {
                case "ADT^A01" -> Hl7Admission.of(record, envelope, controlId);
                case "ADT^A60" -> Hl7Allergy.of(record, envelope, controlId);
                case "ORU^R01" -> Hl7Observation.of(record, envelope, controlId);
                default -> Hl7Order.of(record, envelope, controlId);
            };
            return new Encoded(controlId, hapi.getPipeParser().encode(message));
        } catch (HL7Exception e) {
            throw new IllegalStateException("message of record " + record.id() + " cannot be built", e);
        }
    }

    /** @throws RecordRefusedException when a character does not exist in the receiver's set: never a question mark */
    byte[] bytes(Encoded message) {
        try {
            ByteBuffer bytes = charset.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(message.text()));
            byte[] array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (CharacterCodingException e) {
            throw new RecordRefusedException(
                    "character-set",
                    "Un caractère n'existe pas dans le jeu de caractères du destinataire : "
                            + "le remplacer ou régler charset sur UNICODE UTF-8.",
                    "A character does not exist in the receiver's character set: "
                            + "replace it or set charset to UNICODE UTF-8.");
        }
    }

    Charset charset() {
        return charset;
    }
}
