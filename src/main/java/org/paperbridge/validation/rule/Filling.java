package org.paperbridge.validation.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** Rules about which fields are filled together: required, required-with, exactly-one, at-most-one, excludes. */
enum Filling implements Rule {
    REQUIRED(1) {
        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            return blanks(declared, declared.fields(), page, "required.blank");
        }
    },
    REQUIRED_WITH(2) {
        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            return page.isFilled(declared.fields().getFirst())
                    ? blanks(declared, others(declared), page, "required-with.blank")
                    : List.of();
        }
    },
    EXACTLY_ONE(1) {
        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            Optional<String> when = Optional.ofNullable(declared.parameters().get("when"));
            if (when.isPresent() && !page.isFilled(when.get())) {
                return List.of();
            }
            long filled = declared.fields().stream().filter(page::isFilled).count();
            if (filled == 1) {
                return List.of();
            }
            return List.of(
                    filled == 0
                            ? RuleMessages.finding(declared.id(), declared.fields(), Severity.WARNS, "exactly-one.none")
                            : RuleMessages.finding(
                                    declared.id(), declared.fields(), Severity.CONTRADICTS, "exactly-one.several"));
        }

        @Override
        public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
            String when = declared.parameters().get("when");
            return when == null || zones.containsKey(when)
                    ? super.listMistakes(declared, zones)
                    : List.of("there is no field " + when + " on this page");
        }
    },
    AT_MOST_ONE(2) {
        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            List<String> filled =
                    declared.fields().stream().filter(page::isFilled).toList();
            return filled.size() <= 1
                    ? List.of()
                    : List.of(RuleMessages.finding(declared.id(), filled, Severity.CONTRADICTS, "at-most-one.several"));
        }
    },
    EXCLUDES(2) {
        @Override
        public List<Finding> apply(FieldRule declared, PageValues page) {
            boolean both = page.isFilled(declared.fields().getFirst())
                    && others(declared).stream().anyMatch(page::isFilled);
            return both
                    ? List.of(RuleMessages.finding(
                            declared.id(),
                            declared.fields().stream().filter(page::isFilled).toList(),
                            Severity.CONTRADICTS,
                            "excludes.contradicts"))
                    : List.of();
        }
    };

    private final int least;

    Filling(int least) {
        this.least = least;
    }

    @Override
    public List<String> listMistakes(FieldRule declared, Map<String, FieldZone> zones) {
        return declared.fields().size() >= least ? List.of() : List.of("needs at least " + least + " fields");
    }

    private static List<String> others(FieldRule declared) {
        return declared.fields().subList(1, declared.fields().size());
    }

    private static List<Finding> blanks(FieldRule declared, List<String> fields, PageValues page, String key) {
        List<String> blank = fields.stream().filter(f -> !page.isFilled(f)).toList();
        return blank.isEmpty() ? List.of() : List.of(RuleMessages.finding(declared.id(), blank, Severity.WARNS, key));
    }
}
