package org.paperbridge.validation.queue;

import java.util.List;

/** What a reviewer says. Answers about one field and answers about the whole page. */
public sealed interface Answer {

    /** The word kept in the database. */
    String code();

    /**
     * The value of a field, seen or typed by a person. Equal to the reading: confirmed; different: corrected.
     *
     * @param values empty means the field is blank
     */
    record Value(String field, List<String> values) implements Answer {
        public Value {
            values = List.copyOf(values);
        }

        @Override
        public String code() {
            return "value";
        }
    }

    /** Nobody can read it. The fact is not released; the field stays on paper. */
    record Illegible(String field) implements Answer {
        @Override
        public String code() {
            return "illegible";
        }
    }

    /**
     * This reviewer leaves the field to somebody else, e.g. to the prescriber. It stays open.
     *
     * @param reason for the colleague who takes it, may be empty
     */
    record Refer(String field, String reason) implements Answer {
        @Override
        public String code() {
            return "refer";
        }
    }

    /**
     * A finding is wrong or accepted as it stands.
     *
     * @param rule id of the rule in the finding
     * @param reason in the reviewer's words, required
     */
    record Overrule(String rule, String reason) implements Answer {
        public Overrule {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Overruling a finding needs a reason");
            }
        }

        @Override
        public String code() {
            return "overrule";
        }
    }

    /** Whose page it is, when the print does not say. */
    record AssignPatient(String patientId, java.util.Optional<String> encounterId) implements Answer {
        @Override
        public String code() {
            return "assign-patient";
        }
    }

    /** What a page without codes is; it is then read again. */
    sealed interface Naming extends Answer {}

    /**
     * Which form this page is a sheet of, when no code of it is left: it gets a name of its own, and no patient.
     *
     * @param page from 1
     * @param serial made for this sheet, which nothing printed has
     */
    record NameForm(String form, int version, int page, String serial) implements Naming {
        @Override
        public String code() {
            return "name-form";
        }
    }

    /**
     * Which printed page this is; it is then read again.
     *
     * @param serial ten Crockford base-32 characters, as in the short code
     * @param page from 1
     * @param copy from 1
     */
    record NamePage(String serial, int page, int copy) implements Naming {
        @Override
        public String code() {
            return "name-page";
        }
    }

    /** Use this scan in place of the earlier one of the same printed page. */
    record ReplaceEarlier(String reason) implements Answer {
        @Override
        public String code() {
            return "replace-earlier";
        }
    }

    /** Nothing of this page or file goes back. The original is kept. */
    record Discard(String reason) implements Answer {
        public Discard {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Discarding needs a reason");
            }
        }

        @Override
        public String code() {
            return "discard";
        }
    }
}
