package org.paperbridge.form.layout;

import java.util.List;
import java.util.Map;

/**
 * A rule across fields of one page, as declared by its author. A field is <em>filled</em> when something was read or
 * decided in it. Kinds:
 *
 * <ul>
 *   <li>{@code required}: every field is filled.
 *   <li>{@code required-with}: when the first field is filled, so are all the others.
 *   <li>{@code exactly-one}: one of the fields is filled and only one; with parameter {@code when} (a field id) only if
 *       that field is filled.
 *   <li>{@code at-most-one}: as it says.
 *   <li>{@code excludes}: when the first field is filled, all the others are blank.
 *   <li>{@code band-agrees}: tick field, number field. One parameter per option value gives its inclusive limits, {@code
 *       9..11}, {@code ..8} or {@code 25..}. The number must lie in the band that is marked.
 *   <li>{@code product-agrees}: factors, then their product; parameters {@code tolerance} (default 0), {@code percent}
 *       (of the product, added to it), {@code scale} (the product is multiplied by it, e.g. 0.01 for a factor in %).
 *   <li>{@code sum-agrees}: parts, then the total, numbers; parameters as above, and {@code blank: zero} when parts may
 *       be left blank.
 *   <li>{@code root-agrees}: a number, then its square root over parameter {@code divisor}; parameter {@code tolerance}.
 *   <li>{@code count-agrees}: fields, then a number: so many of them are filled, every mark counting where several may
 *       be made; with parameter {@code when: any} only if one is.
 *   <li>{@code less-than}: two numbers; the first is smaller than the second.
 *   <li>{@code number-against-name}: a comb with a formulary number ({@code check: mod97}, six cells), then a line: the
 *       product of the number is the one the line names, in the strength it names.
 *   <li>{@code same}: both fields say the same.
 *   <li>{@code not-after}: date and date, or time and time, or date, time, date, time: the first moment is not after the
 *       second. Equal is fine.
 *   <li>{@code not-in-future}: a date, or a date and a time.
 *   <li>{@code ascending}: times of columns, left to right; blank ones are passed over; midnight may be crossed once.
 *   <li>{@code is-patient}: the field says the patient number of the page code.
 * </ul>
 *
 * Check digits, ranges, calendar dates and clock times need no rule: the field zone says them.
 *
 * @param id unique within the form
 * @param kind one of the above
 * @param fields ids of the fields it looks at, all on one page, in the order the kind expects
 * @param parameters further values of the kind
 */
public record FieldRule(String id, String kind, List<String> fields, Map<String, String> parameters) {

    public FieldRule {
        fields = List.copyOf(fields);
        parameters = Map.copyOf(parameters);
    }
}
