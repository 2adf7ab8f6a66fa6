package org.paperbridge.form.census;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A letter or report about a patient.
 *
 * @param title as printed, e.g. its type
 */
public record Letter(String patientId, String title, Optional<Instant> at, Content content) {

    /** What the letter is made of. */
    public sealed interface Content {

        /** @param words with line breaks */
        record Text(String words) implements Content {}

        /** A PDF as delivered; whether it can be opened is found out when it is printed. */
        final class Pdf implements Content {

            private final byte[] bytes;

            public Pdf(byte[] bytes) {
                this.bytes = bytes.clone();
            }

            public byte[] bytes() {
                return bytes.clone();
            }

            @Override
            public boolean equals(Object other) {
                return other instanceof Pdf pdf && Arrays.equals(bytes, pdf.bytes);
            }

            @Override
            public int hashCode() {
                return Arrays.hashCode(bytes);
            }

            /** Tells two letters apart without showing them. */
            @Override
            public String toString() {
                return "Pdf[" + bytes.length + " bytes, " + hashCode() + "]";
            }
        }
    }

    /** The same letter under the number that survived a merge. */
    public Letter under(String patient) {
        return new Letter(patient, title, at, content);
    }
}
