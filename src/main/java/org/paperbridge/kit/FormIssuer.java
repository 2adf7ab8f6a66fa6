package org.paperbridge.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.pagecode.PageStamp;
import org.paperbridge.pagecode.Serial;

/** Gives every printed form its own serial, so that no two sheets of paper ever say the same. */
public final class FormIssuer {

    private final int site;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param random must be unpredictable in production: the serial keeps page-code nonces apart */
    public FormIssuer(int site, Clock clock, RandomGenerator random) {
        this.site = site;
        this.clock = clock;
        this.random = random;
    }

    /** The original alone. */
    public IssuedForm issue(FormTemplate form, Optional<Subject> subject, Map<String, String> prefill) {
        return issue(form, Serial.random(random), 1, subject, prefill);
    }

    /**
     * A sheet with the copies its form has, the original first. They share a serial, and each says in its code and in
     * words which it is: what is written on one is not what is written on the other.
     *
     * @param copies at most so many; the pharmacy copy of a prescription is number 2
     * @param language of the words printed on each copy
     */
    public List<IssuedForm> issueCopies(
            FormTemplate form, Optional<Subject> subject, Map<String, String> prefill, int copies, String language) {
        String serial = Serial.random(random);
        int wanted = Math.max(1, Math.min(copies, form.copies().size()));
        List<IssuedForm> issued = new ArrayList<>();
        for (int copy = 1; copy <= wanted; copy++) {
            Map<String, String> words = new HashMap<>(prefill);
            words.put(FormTemplate.COPY_SOURCE, form.copyWords(copy, language));
            issued.add(issue(form, serial, copy, subject, words));
        }
        return issued;
    }

    private IssuedForm issue(
            FormTemplate form, String serial, int copy, Optional<Subject> subject, Map<String, String> prefill) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        List<PageStamp> stamps = form.layout().pages().stream()
                .map(LayoutPage::page)
                .map(page -> new PageStamp(
                        site,
                        form.number(),
                        form.ref().version(),
                        form.layout().fingerprint(),
                        serial,
                        page,
                        copy,
                        now,
                        subject.map(Subject::patientId),
                        subject.flatMap(Subject::encounterId)))
                .toList();
        return new IssuedForm(form, stamps, prefill);
    }

    /** Whose form it is. */
    public record Subject(String patientId, Optional<String> encounterId) {}
}
