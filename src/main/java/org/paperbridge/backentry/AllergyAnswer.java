package org.paperbridge.backentry;

import org.paperbridge.form.record.ClinicalRecord;

/** What the allergy box says; silence is not an answer. */
public sealed interface AllergyAnswer {

    /** Somebody asked, and there is none. */
    record NoneKnown() implements AllergyAnswer {}

    /** Somebody asked, and nobody could tell. */
    record Unknown() implements AllergyAnswer {}

    /** @param substance as written */
    record Present(String substance) implements AllergyAnswer {}

    /**
     * Reads the roles {@code status} (unknown, none-known, present) and {@code text}.
     *
     * @throws RecordRefusedException when an allergy is ticked without a substance, or text contradicts the tick
     */
    static AllergyAnswer of(ClinicalRecord record) {
        String status = record.values().getOrDefault("status", "");
        String text = record.values().getOrDefault("text", "");
        if (status.equals("present") && !text.isBlank()) {
            return new Present(text);
        }
        if (text.isBlank() && status.equals("none-known")) {
            return new NoneKnown();
        }
        if (text.isBlank() && status.equals("unknown")) {
            return new Unknown();
        }
        throw new RecordRefusedException(
                "allergy-unclear",
                "Allergie cochée sans substance, ou substance écrite malgré la case : voir la page et saisir à la main.",
                "Allergy ticked without a substance, or a substance against the tick: see the page, enter it by hand.");
    }
}
