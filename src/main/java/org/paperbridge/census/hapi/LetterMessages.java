package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.census.CensusFact;
import org.paperbridge.form.census.Letter;

/** Documents (MDM): the text or the PDF of a letter, and that one was cancelled. */
final class LetterMessages {

    private static final String CANCELLED = "T11";

    private LetterMessages() {}

    /** @return empty when the message carries nothing that can be printed */
    static Optional<List<CensusFact>> facts(AdtMessage message, String patient, ZoneId ward) {
        Optional<String> title = message.field("TXA", 2, 0, 2).or(() -> message.field("TXA", 2));
        Optional<Instant> at = message.field("TXA", 4)
                .or(() -> message.field("TXA", 6))
                .or(() -> message.field("TXA", 7))
                .flatMap(stamp -> HapiTime.instant(stamp, ward));
        Optional<String> number = message.field("TXA", 12);
        String key = patient + " " + number.orElse(title.orElse("") + at);
        if (message.event().equals(CANCELLED)) {
            return Optional.of(List.of(new CensusFact.LetterCancelled(key)));
        }
        // A replacement (T10) has a number of its own and names the one it replaces.
        List<CensusFact> replaced = message.event().equals("T10")
                ? message.field("TXA", 13)
                        .<CensusFact>map(parent -> new CensusFact.LetterCancelled(patient + " " + parent))
                        .map(List::of)
                        .orElse(List.of())
                : List.of();
        return content(message.all("OBX"))
                .map(content -> new CensusFact.LetterKnown(key, new Letter(patient, title.orElse("—"), at, content)))
                .map(known -> Stream.concat(replaced.stream(), Stream.of(known)).toList());
    }

    private static Optional<Letter.Content> content(List<Segment> observations) {
        Optional<Letter.Content> pdf = observations.stream()
                .filter(observation -> kind(observation).equals("ED"))
                .filter(observation -> AdtMessage.in(observation, 5, 0, 3)
                        .orElse("")
                        .toUpperCase(Locale.ROOT)
                        .contains("PDF"))
                .flatMap(observation -> AdtMessage.in(observation, 5, 0, 5).flatMap(LetterMessages::decoded).stream())
                .<Letter.Content>map(Letter.Content.Pdf::new)
                .findFirst();
        String text = observations.stream()
                .filter(observation -> kind(observation).matches("TX|FT|ST"))
                .flatMap(observation -> AdtMessage.text(observation, 5).stream())
                .collect(Collectors.joining("\n"));
        return pdf.or(() -> text.isBlank() ? Optional.empty() : Optional.of(new Letter.Content.Text(text)));
    }

    static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64)).filter(bytes -> bytes.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String kind(Segment observation) {
        return AdtMessage.in(observation, 2, 0, 1).orElse("");
    }
}
