package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.census.CensusFact;
import org.paperbridge.census.CensusFacts;
import org.paperbridge.census.CensusFile;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.StatedFact;

/**
 * HL7 v2 ADT messages as senders really write them: any 2.x version is read with the 2.5 model, extra segments are
 * kept, and a message that makes no sense is a finding, never an exception.
 */
public final class AdtFeed {

    private static final Set<String> KINDS = Set.of("ADT", "ORU", "RDE", "OMP", "ORM", "MDM");

    private final HapiContext hapi;
    private final ZoneId ward;

    public AdtFeed(ZoneId ward) {
        this.hapi = new DefaultHapiContext();
        hapi.setModelClassFactory(new CanonicalModelClassFactory("2.5"));
        hapi.setValidationContext(ValidationContextFactory.noValidation());
        hapi.getParserConfiguration().setInvalidObx2Type("ST");
        hapi.getParserConfiguration().setDefaultObx2Type("ST");
        this.ward = ward;
    }

    /** Every message of the file, or why not. */
    public CensusFacts read(CensusFile file) {
        return read(file, new HashSet<>());
    }

    /**
     * Every message of the file, or why not; a message that was already seen word for word is passed over and noted, for
     * a cancel that is delivered twice must not cancel two moves.
     *
     * @param seen fingerprints of messages of other files
     */
    public CensusFacts read(CensusFile file, Set<String> seen) {
        List<MessageSplit.Raw> messages = MessageSplit.split(file.content().bytes());
        List<StatedFact> facts = new ArrayList<>();
        List<CensusFinding> findings = new ArrayList<>();
        if (messages.isEmpty()) {
            findings.add(CensusFinding.refused(
                    file.name(), 0, "aucun message HL7 v2 (segment MSH)", "no HL7 v2 message (MSH segment)"));
        }
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i)
                    .message()
                    .filter(text -> !seen.add(fingerprint(text.strip())))
                    .isPresent()) {
                findings.add(CensusFinding.noted(
                        file.name(),
                        i + 1,
                        "message reçu deux fois, compté une fois",
                        "message came twice, counted once"));
                continue;
            }
            MessageReading reading = new MessageReading(file.name(), i + 1, facts, findings);
            reading.read(messages.get(i));
        }
        return new CensusFacts(facts, findings);
    }

    /** A year of messages is remembered in few bytes each. */
    private static String fingerprint(String message) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(message.getBytes(StandardCharsets.UTF_8));
            return new String(digest, 0, 16, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private record Words(String fr, String en) {}

    private final class MessageReading {

        private final String file;
        private final int position;
        private final List<StatedFact> facts;
        private final List<CensusFinding> findings;

        MessageReading(String file, int position, List<StatedFact> facts, List<CensusFinding> findings) {
            this.file = file;
            this.position = position;
            this.facts = facts;
            this.findings = findings;
        }

        void read(MessageSplit.Raw raw) {
            if (raw.message().isEmpty()) {
                refused(
                        "jeu de caractères inconnu ou contredit par les octets (MSH-18)",
                        "character set unknown or contradicted by the bytes (MSH-18)");
                return;
            }
            if (raw.guessed()) {
                findings.add(CensusFinding.noted(
                        file,
                        position,
                        raw.declared().isEmpty()
                                ? "MSH-18 absent : jeu de caractères déduit, vérifiez les accents"
                                : "MSH-18 dit " + raw.declared()
                                        + ", les octets sont UTF-8 : lu ainsi, vérifiez les accents",
                        raw.declared().isEmpty()
                                ? "MSH-18 missing: character set inferred, check the accents"
                                : "MSH-18 says " + raw.declared()
                                        + ", the bytes are UTF-8: read so, check the accents"));
            }
            try {
                Message parsed = hapi.getPipeParser().parse(raw.message().get());
                use(new AdtMessage(parsed));
            } catch (HL7Exception e) {
                refused("message HL7 v2 mal formé", "malformed HL7 v2 message");
            }
        }

        private void use(AdtMessage message) {
            String event = message.event();
            String kind = message.field("MSH", 9).orElse("");
            if (!KINDS.contains(kind)) {
                refused(
                        "ni ADT, ni résultat, ni prescription, ni document (MSH-9)",
                        "neither ADT nor result nor prescription nor document (MSH-9)");
                return;
            }
            Optional<String> patient = AdtPerson.number(message);
            if (patient.isEmpty()) {
                refused("numéro de patient absent (PID-3)", "patient number missing (PID-3)");
                return;
            }
            Optional<String> stay = AdtStay.number(message);
            if (kind.equals("ADT") && AdtEvents.concernsIdentity(event)) {
                refused(
                        "change l'identité ou échange des patients (" + event + ") : vérifiez à la main",
                        "changes identities or exchanges patients (" + event + "): check by hand");
                return;
            }
            if (kind.equals("ADT") && stay.isEmpty() && AdtEvents.needsStay(event)) {
                refused("numéro de séjour absent (PV1-19, PID-18)", "visit number missing (PV1-19, PID-18)");
                return;
            }
            Optional<Instant> statedAt = message.field("EVN", 2)
                    .or(() -> message.field("MSH", 7))
                    .flatMap(stamp -> HapiTime.instant(stamp, ward));
            if (statedAt.isEmpty()) {
                refused("date absente ou impossible (EVN-2, MSH-7)", "time missing or impossible (EVN-2, MSH-7)");
                return;
            }
            Optional<List<CensusFact>> read = switch (kind) {
                case "ORU" -> Optional.of(OrderMessages.results(message, patient.get(), ward, statedAt.get()));
                case "RDE", "OMP", "ORM" -> OrderMessages.drugs(message, patient.get());
                case "MDM" -> LetterMessages.facts(message, patient.get(), ward);
                default -> AdtEvents.facts(message, patient.get(), stay, ward);
            };
            if (read.isEmpty()) {
                findings.add(CensusFinding.noted(
                        file, position, useless(kind).fr(), useless(kind).en()));
                return;
            }
            read.get().forEach(fact -> facts.add(new StatedFact(statedAt.get(), fact)));
        }

        private static Words useless(String kind) {
            return switch (kind) {
                case "ADT" ->
                    new Words(
                            "événement sans effet sur la présence (EVN-1)",
                            "event without effect on who is present (EVN-1)");
                case "MDM" ->
                    new Words(
                            "document sans texte ni PDF lisible (OBX-5) : non imprimé",
                            "document without text or a PDF that can be read (OBX-5): not printed");
                default ->
                    new Words(
                            "prescription sans médicament : le kit n'en imprime rien",
                            "order without a drug: nothing of it is printed in a kit");
            };
        }

        private void refused(String fr, String en) {
            findings.add(CensusFinding.refused(file, position, fr, en));
        }
    }
}
