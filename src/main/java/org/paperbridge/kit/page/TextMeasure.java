package org.paperbridge.kit.page;

import java.util.ArrayList;
import java.util.List;

/** How wide text is in print. */
@FunctionalInterface
public interface TextMeasure {

    /** @return mm, set in {@code sizePt} points */
    double widthMm(String text, double sizePt, boolean bold);

    /** Breaks text between words into lines no wider than {@code widthMm}; a longer word stands alone. */
    default List<String> lines(String text, double sizePt, boolean bold, double widthMm) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("[ \\n\\r\\t]+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && widthMm(longer, sizePt, bold) > widthMm) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
