package org.paperbridge.template.layout;

import java.util.Map;

/** The printed words of all languages, to find room for the longest. */
record Words(Map<String, Map<String, String>> labels, TextMeasure measure) {

    /** Width of the widest translation, mm; a leading {@code =} means the rest is the text itself. */
    double widthMm(String key, double sizePt, boolean bold) {
        if (key.startsWith("=")) {
            return measure.widthMm(key.substring(1), sizePt, bold);
        }
        return labels.values().stream()
                .mapToDouble(words -> measure.widthMm(words.getOrDefault(key, key), sizePt, bold))
                .max()
                .orElse(0);
    }
}
