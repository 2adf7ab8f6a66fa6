package org.paperbridge.census;

import java.util.Map;

/**
 * Something in a census file that a person should know.
 *
 * @param file name of the file, as given
 * @param position message or resource in the file, from 1; 0 speaks of the file
 * @param severity whether the message was still used
 * @param messages by language tag; no identity traits
 */
public record CensusFinding(String file, int position, Severity severity, Map<String, String> messages) {

    public enum Severity {
        /** Used, but look at it. */
        NOTED,
        /** Nothing of this message, resource or file was used. */
        REFUSED
    }

    public CensusFinding {
        messages = Map.copyOf(messages);
    }

    /** Used, but look at it. */
    public static CensusFinding noted(String file, int position, String fr, String en) {
        return new CensusFinding(file, position, Severity.NOTED, Map.of("fr", fr, "en", en));
    }

    /** Not used. */
    public static CensusFinding refused(String file, int position, String fr, String en) {
        return new CensusFinding(file, position, Severity.REFUSED, Map.of("fr", fr, "en", en));
    }

    /** {@code adt.hl7:12: text}. */
    public String line(String language) {
        return file + ":" + position + ": " + messages.getOrDefault(language, "");
    }
}
