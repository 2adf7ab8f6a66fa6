package org.paperbridge.validation.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;

/**
 * The values of one page as rules see them.
 *
 * @param zones the fields of the page by id
 * @param readings by field id
 * @param wardNow ward time now; nothing on paper can be later
 * @param formulary what the numbers of products mean
 */
public record PageValues(
        PageIdentity identity,
        Map<String, FieldZone> zones,
        Map<String, FieldReading> readings,
        LocalDateTime wardNow,
        Formulary formulary) {

    public PageValues {
        zones = Map.copyOf(zones);
        readings = Map.copyOf(readings);
    }

    /** True when there is ink that means something or might: read, doubtful or unreadable, but not struck out. */
    public boolean isFilled(String field) {
        return switch (stateOf(field)) {
            case READ, DOUBTFUL, UNREADABLE -> true;
            case BLANK, STRUCK_OUT -> false;
        };
    }

    /** True when the field has a value that a rule may compare. */
    public boolean isKnown(String field) {
        return !valuesOf(field).isEmpty() && isFilled(field);
    }

    public FieldState stateOf(String field) {
        FieldReading reading = readings.get(field);
        return reading == null ? FieldState.BLANK : reading.state();
    }

    public List<String> valuesOf(String field) {
        FieldReading reading = readings.get(field);
        return reading == null ? List.of() : reading.values();
    }

    /** The only value of a field. */
    public Optional<String> textOf(String field) {
        List<String> values = valuesOf(field);
        return isFilled(field) && values.size() == 1
                ? Optional.of(values.getFirst().strip())
                : Optional.empty();
    }

    /** How sure the reading of a field is, and what else it may say. */
    Doubt doubtOf(String field) {
        FieldReading reading = readings.get(field);
        return reading == null
                ? new Doubt(0, List.of())
                : new Doubt(
                        reading.confidence(),
                        reading.candidates().stream()
                                .filter(c -> !reading.values().equals(List.of(c.value())))
                                .toList());
    }

    public Optional<BigDecimal> numberOf(String field) {
        return textOf(field).flatMap(WrittenValue::number);
    }

    public Optional<LocalDate> dateOf(String field) {
        return textOf(field).flatMap(WrittenValue::date);
    }

    public Optional<LocalTime> timeOf(String field) {
        return textOf(field).flatMap(WrittenValue::time);
    }
}
