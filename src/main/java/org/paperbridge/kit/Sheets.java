package org.paperbridge.kit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.FormIssuer.Subject;

/** The sheets of one unit's kit: taken over from the kit before where nothing but the time would differ, else issued. */
final class Sheets {

    private record Origin(Path file, FormRef form) {}

    private final FormIssuer issuer;
    private final PdfWriter pdf;
    private final String language;
    private final SheetsBefore before;
    private final Map<Origin, Boolean> usable = new HashMap<>();
    private Optional<Instant> oldest = Optional.empty();

    Sheets(FormIssuer issuer, PdfWriter pdf, String language, SheetsBefore before) {
        this.issuer = issuer;
        this.pdf = pdf;
        this.language = language;
        this.before = before;
    }

    /** One sheet with all copies the form has, the original first. */
    List<MarkedSheet> get(FormTemplate form, Optional<Subject> subject, Map<String, String> words) {
        return get(form, subject, words, List.of());
    }

    /** @param body fills the open space of the first page */
    List<MarkedSheet> get(FormTemplate form, Optional<Subject> subject, Map<String, String> words, List<Drawing> body) {
        String mark = before.mark(content(form, subject, words, body));
        List<EarlierSheet> earlier = before.take(form, mark);
        if (earlier.size() == copies(form) && usable(earlier)) {
            if (subject.isPresent()) {
                Instant printed = earlier.getFirst().issuedAt();
                oldest = oldest.filter(printed::isAfter).or(() -> Optional.of(printed));
            }
            return earlier.stream().map(sheet -> new MarkedSheet(sheet, mark)).toList();
        }
        return issuer.issueCopies(form, subject, words, copies(form), language).stream()
                .map(issued -> new MarkedSheet(issued.with(body), mark))
                .toList();
    }

    /** When the oldest sheet of a patient was printed that was taken over; empty when all are new. */
    Optional<Instant> oldest() {
        return oldest;
    }

    private boolean usable(List<EarlierSheet> copies) {
        return copies.stream()
                .allMatch(sheet -> usable.computeIfAbsent(
                        new Origin(sheet.file(), sheet.form().ref()), origin -> pdf.canTake(sheet, language)));
    }

    private static int copies(FormTemplate form) {
        return Math.max(1, form.copies().size());
    }

    /** Of what is printed by the template itself, the writer knows whether it is still the same. */
    private String content(
            FormTemplate form, Optional<Subject> subject, Map<String, String> words, List<Drawing> body) {
        Map<String, String> lasting = new TreeMap<>(words);
        lasting.remove(Prefill.PRINTED_AT);
        List<String> copies = IntStream.rangeClosed(1, form.copies().size())
                .mapToObj(copy -> form.copyWords(copy, language))
                .toList();
        return Stream.of(form.ref(), form.layout().fingerprint(), language, subject, copies, lasting, body)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
