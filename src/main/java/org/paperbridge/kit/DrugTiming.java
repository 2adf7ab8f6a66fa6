package org.paperbridge.kit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Repeat patterns of HL7 v2 (table 0335) inside the times of an order, in words; a pattern that is not sure stays as sent. */
final class DrugTiming {

    private static final Pattern CODE = Pattern.compile("\\b(QD|BID|TID|QID|QAM|QHS)\\b|si besoin \\(PRN\\)|\\bPRN\\b");

    private static final Map<String, String> FRENCH = Map.of(
            "QD", "1 fois/jour",
            "BID", "2 fois/jour",
            "TID", "3 fois/jour",
            "QID", "4 fois/jour",
            "QAM", "le matin",
            "QHS", "au coucher",
            "PRN", "si besoin");

    private static final Map<String, String> ENGLISH = Map.of(
            "QD", "once a day",
            "BID", "twice a day",
            "TID", "3 times a day",
            "QID", "4 times a day",
            "QAM", "in the morning",
            "QHS", "at bedtime",
            "PRN", "as needed");

    private DrugTiming() {}

    static String words(String timing, boolean french) {
        Map<String, String> words = french ? FRENCH : ENGLISH;
        return CODE.matcher(timing)
                .replaceAll(found -> Matcher.quoteReplacement(
                        words.getOrDefault(found.group().contains("PRN") ? "PRN" : found.group(), found.group())));
    }
}
