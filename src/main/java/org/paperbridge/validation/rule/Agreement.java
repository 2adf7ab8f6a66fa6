package org.paperbridge.validation.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** One value said twice: {@code same} compares two fields, {@code is-patient} a field with the page code. */
enum Agreement implements Rule {
    SAME(2, "same") {
        @Override
        Optional<Boolean> agrees(FieldRule declared, PageValues page) {
            Optional<String> first = page.textOf(declared.fields().get(0));
            Optional<String> second = page.textOf(declared.fields().get(1));
            return first.flatMap(a -> second.map(b -> fold(a).equals(fold(b))));
        }
    },
    IS_PATIENT(1, "is-patient") {
        @Override
        Optional<Boolean> agrees(FieldRule declared, PageValues page) {
            Optional<String> written = page.textOf(declared.fields().getFirst());
            return written.flatMap(w -> page.identity().patientId().map(id -> fold(w).equals(fold(id))));
        }
    };

    private final int fields;
    private final String word;

    Agreement(int fields, String word) {
        this.fields = fields;
        this.word = word;
    }

    /** Empty when one of the two is not known. */
    abstract Optional<Boolean> agrees(FieldRule declared, PageValues page);

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        return declared.fields().size() == fields ? List.of() : List.of("needs exactly " + fields + " field(s)");
    }

    @Override
    public List<Finding> apply(FieldRule declared, PageValues page) {
        return agrees(declared, page)
                .map(yes -> List.of(RuleMessages.finding(
                        declared.id(),
                        declared.fields(),
                        yes ? Severity.SUPPORTS : Severity.CONTRADICTS,
                        word + (yes ? ".agrees" : ".contradicts"))))
                .orElse(List.of());
    }

    private static String fold(String text) {
        return text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
