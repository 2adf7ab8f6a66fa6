package org.paperbridge.census;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Race, religion and ethnic group: HL7 France forbids to carry them (PID-10, 17 and 22), so what a feed says of them in
 * an observation, a note or a diagnosis is never taken into a census. Fields that hold nothing else are not read at all.
 */
public final class ForbiddenTraits {

    /** LOINC: race, ethnicity, ethnic background, Hispanic origin, religious affiliation. */
    private static final Set<String> CODES = Set.of(
            "32624-9", "46463-6", "72826-1", "69490-1", "42784-9", "56051-6", "59362-4", "80976-2", "76252-6",
            "28245-9", "45404-1", "67568-6");

    private static final Pattern WORDS = Pattern.compile(
            "\\b(race|races|racial|ethni\\w*|religion|religions|religious|religieu\\w*|confession|culte)\\b");

    /** Some laboratories name the formula of kidney function after what it once asked; the value itself is needed. */
    private static final Pattern KIDNEY = Pattern.compile("\\b(e?gfr|e?dfg|filtration)\\b");

    private ForbiddenTraits() {}

    /**
     * @param code LOINC or the sender's own; empty when there is none
     * @param words of the question, not of its answer
     */
    public static boolean isOne(String code, String words) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return CODES.contains(code)
                || WORDS.matcher(plain).find() && !KIDNEY.matcher(plain).find();
    }
}
