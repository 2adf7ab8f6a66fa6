package org.paperbridge.validation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;

/** A form of one page with a field of every kind that rules know, for tests. */
public final class SmallForm {

    public static final PageBox BOX = new PageBox(20, 20, 10, 7);
    public static final FormRef REF = new FormRef("small", 1);

    private SmallForm() {}

    public static FormTemplate withRules(FieldRule... rules) {
        Layout layout = new Layout(
                REF, 0xabcdef, List.of(new LayoutPage(1, 210, 297, List.of(), List.of(), BOX, fields(), List.of())));
        return new FormTemplate(
                REF, 77, Map.of("en", "Small", "fr", "Petit"), List.of(1), layout, Map.of(), List.of(rules), targets());
    }

    public static FormTemplate form() {
        return withRules(
                rule("pulse-band", "band-agrees", List.of("pulse-band-1", "pulse-1"), bands()),
                rule("stay", "not-after", List.of("birth", "admitted"), Map.of()),
                rule("known", "is-patient", List.of("ipp"), Map.of()));
    }

    public static FieldRule rule(String id, String kind, List<String> fields, Map<String, String> parameters) {
        return new FieldRule(id, kind, fields, parameters);
    }

    public static Map<String, String> bands() {
        return Map.of("low", "..50", "normal", "51..90", "high", "91..110", "very-high", "111..");
    }

    public static PageIdentity identity(String serial) {
        return new PageIdentity(
                1,
                REF,
                0xabcdef,
                serial,
                1,
                1,
                Instant.parse("2026-03-01T06:00:00Z"),
                Optional.of("IPP0001"),
                Optional.of("NDA0001"),
                PageIdentity.IdentifiedBy.PAGE_CODE);
    }

    public static PageIdentity nobody(String serial) {
        PageIdentity known = identity(serial);
        return new PageIdentity(
                1, REF, 0xabcdef, serial, 1, 1, known.issuedAt(), Optional.empty(), Optional.empty(), known.by());
    }

    public static PageRegistration registration(double residualMm) {
        double s = 300 / 25.4;
        return new PageRegistration(new PageRegistration.Homography(s, 0, 0, 0, s, 0, 0, 0), residualMm, 0, 4);
    }

    public static PageOutcome.Read page(String serial, FieldReading... readings) {
        return new PageOutcome.Read(identity(serial), registration(0.02), complete(readings));
    }

    /** The given readings, and certainly blank ones for all other fields. */
    public static List<FieldReading> complete(FieldReading... readings) {
        List<FieldReading> all = new ArrayList<>();
        for (FieldZone zone : fields()) {
            all.add(List.of(readings).stream()
                    .filter(r -> r.field().equals(zone.id()))
                    .findFirst()
                    .orElse(blank(zone.id(), 1)));
        }
        return all;
    }

    public static FieldReading read(String field, double confidence, String... values) {
        return new FieldReading(
                field,
                FieldState.READ,
                List.of(values),
                confidence,
                List.of(new Candidate(String.join(",", values), confidence)),
                Map.of(),
                BOX);
    }

    /** Read, with one other value that takes all that is left of the probability. */
    public static FieldReading readOr(String field, double confidence, String value, String other) {
        return new FieldReading(
                field,
                FieldState.READ,
                List.of(value),
                confidence,
                List.of(new Candidate(value, confidence), new Candidate(other, 1 - confidence)),
                Map.of(),
                BOX);
    }

    public static FieldReading blank(String field, double confidence) {
        return state(field, FieldState.BLANK, confidence);
    }

    public static FieldReading state(String field, FieldState state, double confidence) {
        return new FieldReading(field, state, List.of(), confidence, List.of(), Map.of(), BOX);
    }

    public static List<FieldZone> fields() {
        return List.of(
                comb("ipp", Criticality.MEDIUM, Alphabet.ALPHANUMERIC, Optional.empty(), Optional.empty()),
                comb("rpps", Criticality.MEDIUM, Alphabet.DIGITS, Optional.of(CheckRule.RPPS), Optional.empty()),
                comb("birth", Criticality.MEDIUM, Alphabet.DATE, Optional.empty(), Optional.empty()),
                comb("admitted", Criticality.MEDIUM, Alphabet.DATE, Optional.empty(), Optional.empty()),
                comb("time-1", Criticality.MEDIUM, Alphabet.TIME, Optional.empty(), Optional.empty()),
                comb("time-2", Criticality.MEDIUM, Alphabet.TIME, Optional.empty(), Optional.empty()),
                comb("time-3", Criticality.MEDIUM, Alphabet.TIME, Optional.empty(), Optional.empty()),
                comb(
                        "pulse-1",
                        Criticality.MEDIUM,
                        Alphabet.DIGITS,
                        Optional.empty(),
                        Optional.of(new NumberRange(20, 250))),
                tick("pulse-band-1", Criticality.MEDIUM, false, "low", "normal", "high", "very-high"),
                comb("dose", Criticality.HIGH, Alphabet.DECIMAL, Optional.empty(), Optional.empty()),
                comb("times", Criticality.MEDIUM, Alphabet.DIGITS, Optional.empty(), Optional.empty()),
                comb("total", Criticality.MEDIUM, Alphabet.DECIMAL, Optional.empty(), Optional.empty()),
                tick("route", Criticality.HIGH, false, "oral", "iv"),
                tick("signs", Criticality.LOW, true, "pain", "nausea"),
                new FieldZone.Line("remark", BOX, Criticality.LOW, Optional.empty()),
                new FieldZone.Signature("signed", BOX, Criticality.LOW),
                new FieldZone.Print("printed-name", BOX, Criticality.HIGH, "patient.birthName"));
    }

    private static List<BackEntryTarget> targets() {
        return List.of(
                new BackEntryTarget(
                        "pulse-1",
                        "observation",
                        Map.of("value", "pulse-1", "date", "admitted", "time", "time-1", "author", "rpps"),
                        Map.of("loinc", "8867-4", "ucum", "/min"),
                        List.of("pulse-1")),
                new BackEntryTarget(
                        "signs",
                        "observation",
                        Map.of("value", "signs", "patient", "ipp"),
                        Map.of("loinc", "75325-1"),
                        List.of("signs")),
                new BackEntryTarget(
                        "order",
                        "medication-request",
                        Map.of("dose", "dose", "route", "route"),
                        Map.of(),
                        List.of("dose", "route")));
    }

    private static FieldZone comb(
            String id,
            Criticality criticality,
            Alphabet alphabet,
            Optional<CheckRule> check,
            Optional<NumberRange> range) {
        return new FieldZone.Comb(
                id, BOX, criticality, alphabet, Optional.empty(), Optional.empty(), check, range, List.of(BOX));
    }

    private static FieldZone tick(String id, Criticality criticality, boolean multiple, String... values) {
        return new FieldZone.Tick(
                id,
                BOX,
                criticality,
                multiple,
                List.of(values).stream().map(v -> new TickOption(v, BOX)).toList());
    }
}
