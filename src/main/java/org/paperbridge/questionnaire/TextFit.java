package org.paperbridge.questionnaire;

import org.paperbridge.template.layout.TextMeasure;

/** How much room printed words take, in the wider of the two languages. */
final class TextFit {

    private static final double TEXT_PT = 8.5;

    private final TextMeasure measure;

    TextFit(TextMeasure measure) {
        this.measure = measure;
    }

    /** @return mm */
    double width(Words words, double pt, boolean bold) {
        return Math.max(measure.widthMm(words.fr(), pt, bold), measure.widthMm(words.en(), pt, bold));
    }

    /** Long texts are cut between words: a block has to fit on a page. */
    static String head(String text) {
        int most = 2200;
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most);
    }

    /** A word wider than its column is cut, because paper cannot scroll. */
    String breakable(String text, double width) {
        StringBuilder all = new StringBuilder();
        for (String word : text.split(" ")) {
            String rest = word;
            while (measure.widthMm(rest, TEXT_PT, true) > width && rest.length() > 8) {
                int cut = (int) Math.max(8, rest.length() * width / measure.widthMm(rest, TEXT_PT, true) * 0.9);
                all.append(rest, 0, cut).append(' ');
                rest = rest.substring(cut);
            }
            all.append(rest).append(' ');
        }
        return all.toString().strip();
    }

    int lines(Words words, double width) {
        return Math.max(lines(words.fr(), width), lines(words.en(), width));
    }

    private int lines(String text, double width) {
        int lines = 1;
        double used = 0;
        double space = measure.widthMm("n n", TEXT_PT, true) - measure.widthMm("nn", TEXT_PT, true);
        for (String word : text.split(" ")) {
            double wide = measure.widthMm(word, TEXT_PT, true);
            if (used > 0 && used + space + wide > width - 0.5) {
                lines++;
                used = wide;
            } else {
                used += (used > 0 ? space : 0) + wide;
            }
        }
        return lines;
    }

    /** Cut off with an ellipsis where it is wider than that many mm. */
    String cut(String text, double pt, double widest) {
        String rest = text;
        while (measure.widthMm(rest + "…", pt, false) > widest) {
            rest = rest.substring(0, rest.length() - 1);
        }
        return rest.equals(text) ? text : rest.strip() + "…";
    }
}
