package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document, embedded as subsets: Atkinson Hyperlegible, whose 0 O and 1 l I cannot be confused, and
 * DejaVu Sans for the characters it lacks, so that any patient's name can be printed.
 */
final class PrintFonts {

    /** A stretch of text in one font. */
    record Run(String text, PDType0Font font) {}

    private record Face(PDType0Font font, CmapLookup characters) {
        boolean has(int character) {
            return characters.getGlyphId(character) != 0;
        }
    }

    /** Parsed once a thread, for documents of one thread come one after the other; a font is not safe for two threads. */
    private static final ThreadLocal<Map<String, TrueTypeFont>> PARSED = ThreadLocal.withInitial(HashMap::new);

    private final Face regular;
    private final Face bold;
    private final Face regularFallback;
    private final Face boldFallback;

    PrintFonts(PDDocument document) throws IOException {
        regular = load(document, "AtkinsonHyperlegible-Regular");
        bold = load(document, "AtkinsonHyperlegible-Bold");
        regularFallback = load(document, "DejaVuSans");
        boldFallback = load(document, "DejaVuSans-Bold");
    }

    private static Face load(PDDocument document, String name) throws IOException {
        TrueTypeFont font = PARSED.get().get(name);
        if (font == null) {
            font = parse(name);
            PARSED.get().put(name, font);
        }
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    private static TrueTypeFont parse(String name) throws IOException {
        try (InputStream in = PrintFonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IOException("Font " + name + " is missing from the product");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    List<Run> runs(String logical, boolean heavy) {
        String text = VisualText.of(logical);
        Face first = heavy ? bold : regular;
        Face second = heavy ? boldFallback : regularFallback;
        List<Run> runs = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        PDType0Font current = first.font();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            Face face = first.has(character) ? first : second;
            PDType0Font font = face.font();
            String shown = face.has(character) ? Character.toString(character) : "?";
            if (font != current && !part.isEmpty()) {
                runs.add(new Run(part.toString(), current));
                part.setLength(0);
            }
            current = font;
            part.append(shown);
        }
        if (!part.isEmpty()) {
            runs.add(new Run(part.toString(), current));
        }
        return runs;
    }

    /** Width of text at one point of size, points. */
    double unitWidth(List<Run> runs) throws IOException {
        double width = 0;
        for (Run run : runs) {
            width += run.font().getStringWidth(run.text()) / 1000;
        }
        return width;
    }
}
