package org.paperbridge.validation.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperbridge.validation.SmallForm.read;
import static org.paperbridge.validation.SmallForm.rule;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.SmallForm;

final class PageRulesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-02T12:00");

    @ParameterizedTest(name = "{0} with {1} {2} on {3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | normal 72 | SUPPORTS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | normal 90 | SUPPORTS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | normal 91 | CONTRADICTS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | low 50    | SUPPORTS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | low 51    | CONTRADICTS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | normal -  | WARNS
        band-agrees    | low=..50 normal=51..90 high=91..110 very-high=111.. | pulse-band-1 pulse-1 | - -       | -
        required       | - | rpps            | -                   | WARNS
        required       | - | rpps            | 10001234565         | -
        required-with  | - | dose route      | 500 -               | WARNS
        required-with  | - | dose route      | - -                 | -
        required-with  | - | dose route      | 500 oral            | -
        exactly-one    | - | dose times      | - -                 | WARNS
        exactly-one    | - | dose times      | 1 -                 | -
        exactly-one    | - | dose times      | 1 2                 | CONTRADICTS
        exactly-one    | when=rpps | dose times | - -              | -
        at-most-one    | - | dose times      | - -                 | -
        at-most-one    | - | dose times      | 1 2                 | CONTRADICTS
        excludes       | - | signs dose      | pain 500            | CONTRADICTS
        excludes       | - | signs dose      | pain -              | -
        product-agrees | - | dose times total | 2,5 3 7,5          | SUPPORTS
        product-agrees | - | dose times total | 2,5 3 75           | CONTRADICTS
        product-agrees | tolerance=0.5 | dose times total | 2,5 3 8 | SUPPORTS
        product-agrees | - | dose times total | 2,5 3 -            | -
        sum-agrees     | - | dose times total | 2,5 3 5,5          | SUPPORTS
        sum-agrees     | - | dose times total | 2,5 3 5,6          | CONTRADICTS
        sum-agrees     | blank=zero | dose times total | 2,5 - 2,5 | SUPPORTS
        sum-agrees     | blank=zero | dose times total | 2,5 - 5,5 | CONTRADICTS
        sum-agrees     | - | dose times total | 2,5 - 2,5          | -
        product-agrees | scale=0.01 | dose times total | 500 50 250 | SUPPORTS
        product-agrees | percent=5 | dose times total | 100 2 209 | SUPPORTS
        product-agrees | percent=5 | dose times total | 100 2 211 | CONTRADICTS
        root-agrees    | divisor=60 | dose total    | 3600 1             | SUPPORTS
        root-agrees    | divisor=60 | dose total    | 3600 1,1           | CONTRADICTS
        root-agrees    | divisor=60 | dose total    | 3600 -             | -
        count-agrees   | - | dose times total | 500 - 1            | SUPPORTS
        count-agrees   | - | dose times total | 500 3 1            | CONTRADICTS
        count-agrees   | when=any | dose times total | - - 1      | -
        count-agrees   | - | dose times total | - - 1              | CONTRADICTS
        count-agrees   | - | dose times total | 500 3 -            | -
        less-than      | - | dose total      | 79 128              | -
        less-than      | - | dose total      | 128 79              | CONTRADICTS
        less-than      | - | dose total      | 79 79               | CONTRADICTS
        less-than      | - | dose total      | 79 -                | -
        same           | - | dose total      | 12,5 12,5           | SUPPORTS
        same           | - | dose total      | 12,5 12,6           | CONTRADICTS
        is-patient     | - | ipp             | ipp0001             | SUPPORTS
        is-patient     | - | ipp             | IPP0007             | CONTRADICTS
        not-after      | - | birth admitted  | 01/02/1950 01/03/2026 | -
        not-after      | - | birth admitted  | 01/03/2026 01/03/2026 | -
        not-after      | - | birth admitted  | 02/03/2026 01/03/2026 | CONTRADICTS
        not-after      | - | time-1 time-2   | 08:00 07:59         | CONTRADICTS
        not-after      | - | birth time-1 admitted time-2 | 01/03/2026 23:00 02/03/2026 01:00 | -
        not-after      | - | birth time-1 admitted time-2 | 02/03/2026 02:00 02/03/2026 01:00 | CONTRADICTS
        not-in-future  | - | admitted        | 02/03/2026          | SUPPORTS
        not-in-future  | - | admitted        | 01/02/2026          | -
        not-in-future  | - | admitted        | 03/03/2026          | CONTRADICTS
        not-in-future  | - | admitted time-1 | 02/03/2026 12:01    | CONTRADICTS
        not-in-future  | - | admitted time-1 | 02/03/2026 12:00    | SUPPORTS
        ascending      | - | time-1 time-2 time-3 | 08:00 12:00 16:00 | SUPPORTS
        ascending      | - | time-1 time-2 time-3 | 20:00 00:00 04:00 | -
        ascending      | - | time-1 time-2 time-3 | 08:00 16:00 12:00 | WARNS
        ascending      | - | time-1 time-2 time-3 | 08:00 - 12:00     | SUPPORTS
        ascending      | - | time-1 time-2 time-3 | 08:00 - -         | -
        """)
    void saysWhatTheKindPromises(
            String kind,
            @Nullable String parameters,
            String fields,
            @Nullable String values,
            @Nullable String severity) {
        FieldRule declared = rule("r", kind, List.of(fields.split(" +")), parameters(parameters));
        FormTemplate form = SmallForm.withRules(declared);
        assertThat(RuleKinds.listMistakes(form)).isEmpty();

        List<Finding> said = findings(form, readings(fields, values)).stream()
                .filter(f -> f.rule().equals("r"))
                .toList();

        if (severity == null) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().severity()).isEqualTo(Finding.Severity.valueOf(severity));
            assertThat(said.getFirst().messages()).containsOnlyKeys("en", "fr");
        }
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "rpps, 10001234565, check SUPPORTS",
                "rpps, 10001234566, check CONTRADICTS",
                "pulse-1, 250, -",
                "pulse-1, 251, range CONTRADICTS",
                "birth, 29/02/2024, -",
                "birth, 29/02/2023, date CONTRADICTS",
                "birth, 31042025, date CONTRADICTS",
                "time-1, 23:59, -",
                "time-1, 24:00, time CONTRADICTS",
                "dose, '2,5', -",
                "dose, '2,,5', number CONTRADICTS",
            })
    void aZoneSpeaksForItself(String field, String value, @Nullable String expected) {
        List<Finding> said = findings(SmallForm.withRules(), List.of(read(field, 0.9, value)));

        if (expected == null) {
            assertThat(said).isEmpty();
        } else {
            String[] parts = expected.split(" ");
            assertThat(said).hasSize(1);
            assertThat(said.getFirst().rule()).isEqualTo(parts[0] + ":" + field);
            assertThat(said.getFirst().severity()).isEqualTo(Finding.Severity.valueOf(parts[1]));
        }
    }

    @Test
    void twoMarksInAFieldForOneContradict() {
        assertThat(findings(SmallForm.withRules(), List.of(read("route", 0.9, "oral", "iv"))))
                .extracting(Finding::rule)
                .containsExactly("tick:route");
        assertThat(findings(SmallForm.withRules(), List.of(read("signs", 0.9, "pain", "nausea"))))
                .isEmpty();
    }

    @Test
    void everyMistakeInAFormIsListed() {
        FormTemplate form = SmallForm.withRules(
                rule("a", "band-agress", List.of("pulse-1"), Map.of()),
                rule("b", "not-after", List.of("birth", "death"), Map.of()),
                rule("c", "band-agrees", List.of("pulse-band-1", "pulse-1"), Map.of("low", "..50", "normal", "90..51")),
                rule("d", "ascending", List.of("time-1", "dose"), Map.of()));

        assertThat(RuleKinds.listMistakes(form))
                .satisfiesExactly(
                        m -> assertThat(m).contains("small v1, rule a: unknown kind band-agress; known are ascending"),
                        m -> assertThat(m).contains("rule b: no page of the form has all of the fields birth, death"),
                        m -> assertThat(m).contains("rule c: needs limits such as 9..11 for option normal"),
                        m -> assertThat(m).contains("rule c:").contains("option high"),
                        m -> assertThat(m).contains("rule c:").contains("option very-high"),
                        m -> assertThat(m).contains("rule d: needs two or more times"));
    }

    private static List<Finding> findings(FormTemplate form, List<FieldReading> readings) {
        return PageRules.apply(form, SmallForm.identity("K7QM3F9TX0"), readings, NOW, Formulary.none());
    }

    private static List<FieldReading> readings(String fields, @Nullable String values) {
        List<FieldReading> readings = new ArrayList<>();
        String[] names = fields.split(" +");
        String[] said = values == null ? new String[0] : values.trim().split(" +");
        for (int i = 0; i < said.length; i++) {
            if (!said[i].equals("-")) {
                readings.add(read(names[i], 0.9, said[i]));
            }
        }
        return readings;
    }

    private static Map<String, String> parameters(@Nullable String written) {
        Map<String, String> parameters = new java.util.HashMap<>();
        if (written != null) {
            Arrays.stream(written.trim().split(" +"))
                    .map(p -> p.split("=", 2))
                    .forEach(p -> parameters.put(p[0], p[1]));
        }
        return parameters;
    }
}
