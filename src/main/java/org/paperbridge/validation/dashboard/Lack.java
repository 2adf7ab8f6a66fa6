package org.paperbridge.validation.dashboard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;

/**
 * Something a stay lacks before it can be billed.
 *
 * @param page from 1; 0 for a whole sheet
 * @param serial of the sheet
 * @param task where a person sees to it; empty when none is open
 * @param fields ids of fields, where the kind is about fields
 */
public record Lack(Kind kind, FormRef form, int page, String serial, Optional<String> task, List<String> fields) {

    public Lack {
        fields = List.copyOf(fields);
    }

    /** What is the matter. */
    public enum Kind {
        /** The page is here and waits for a person. */
        WAITING,
        /** The page is here and is still being read or judged. */
        IN_THE_MACHINE,
        /** Other pages of the sheet are back, this one is neither back nor explained. */
        MISSING,
        /** A summary was printed for the patient, and nothing of it is back. */
        NOT_BACK,
        /** The page was released while fields its form requires say nothing, e.g. no diagnosis was coded. */
        UNSAID,
        /** A record of the page waits for a person, since a receiver does not take it. */
        PARKED;

        /** The word used in JSON and for the words on the screen. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
