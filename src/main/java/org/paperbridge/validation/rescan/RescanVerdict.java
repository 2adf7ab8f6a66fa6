package org.paperbridge.validation.rescan;

import java.util.Set;
import java.util.TreeSet;

/** What a later scan of a printed page is beside an earlier one. Both are kept whatever it is. */
public sealed interface RescanVerdict {

    /** The word kept in the database. */
    String code();

    /** Why, as a machine word; may be empty. */
    String reason();

    /** The same content; the earlier image is as good or better. */
    record Same() implements RescanVerdict {
        @Override
        public String code() {
            return "same";
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * The later image is the better one.
     *
     * @param compared whether it is known to show the same content; otherwise the earlier one could not be located, and
     *     nothing was read from it
     * @param reason what it is better by: {@code located}, {@code whole}, {@code exact-digits}, {@code grey}, {@code
     *     resolution}, {@code straight}
     */
    record Better(boolean compared, String reason) implements RescanVerdict {
        @Override
        public String code() {
            return "better";
        }
    }

    /**
     * A living page: all that was there before, and more ink.
     *
     * @param fields with new ink
     * @param beside whether there is new ink outside every field
     */
    record Newer(Set<String> fields, boolean beside) implements RescanVerdict {
        public Newer {
            fields = Set.copyOf(new TreeSet<>(fields));
        }

        @Override
        public String code() {
            return "newer";
        }

        @Override
        public String reason() {
            return beside ? "ink-beside-fields" : "";
        }
    }

    /**
     * Ink that was there is gone, or the same ink was read as two values: a person compares.
     *
     * @param fields that differ; empty when only the paper beside them does
     */
    record Differs(Set<String> fields) implements RescanVerdict {
        public Differs {
            fields = Set.copyOf(new TreeSet<>(fields));
        }

        @Override
        public String code() {
            return "differs";
        }

        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * Nobody but a person can say.
     *
     * @param reason {@code not-located}, {@code cannot-be-opened}, {@code not-compared}
     */
    record Unclear(String reason) implements RescanVerdict {
        @Override
        public String code() {
            return "unclear";
        }
    }
}
