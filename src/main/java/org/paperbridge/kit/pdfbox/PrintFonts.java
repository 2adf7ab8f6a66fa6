package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of all documents: Atkinson Hyperlegible, whose 0 O and 1 l I cannot be confused, and DejaVu Sans for the
 * characters it lacks, so that any patient's name can be printed. DejaVu comes in blocks of 256 characters, each a font
 * of its own, embedded where it is used.
 */
final class PrintFonts {

    private static final int BLOCK = 256;
    private static final Pattern KIND = Pattern.compile("R|B|[rb][0-9a-f]{2,4}");
    private static final Map<String, PrintFont> MADE = new ConcurrentHashMap<>();
    private static final Map<String, TrueTypeFont> PARSED = new ConcurrentHashMap<>();

    private PrintFonts() {}

    /** A stretch of text in one font. */
    record Run(PrintFont font, List<Integer> glyphs, int width) {

        Run {
            glyphs = List.copyOf(glyphs);
        }
    }

    /** @param logical in the order in which it is spoken */
    static List<Run> runs(String logical, boolean heavy) {
        String text = VisualText.of(logical);
        PrintFont first = ofKind(heavy ? "B" : "R");
        List<Run> runs = new ArrayList<>(1);
        List<Integer> glyphs = new ArrayList<>(text.length());
        int width = 0;
        PrintFont current = first;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            PrintFont font = first.has(character) ? first : ofKind(block(character, heavy));
            int shown = font.has(character) ? character : '?';
            font = font.has(shown) ? font : first;
            if (font != current && !glyphs.isEmpty()) {
                runs.add(new Run(current, glyphs, width));
                glyphs.clear();
                width = 0;
            }
            current = font;
            glyphs.add(font.glyph(shown));
            width += font.width(shown);
        }
        if (!glyphs.isEmpty()) {
            runs.add(new Run(current, glyphs, width));
        }
        return runs;
    }

    /** @param text in the order of its glyphs */
    static boolean draws(String text) {
        return text.codePoints()
                .allMatch(character -> ofKind("B").has(character)
                        || ofKind(block(character, true)).has(character)
                                && ofKind(block(character, false)).has(character));
    }

    /** Width of text at one point of size, points. */
    static double unitWidth(List<Run> runs) {
        int width = 0;
        for (Run run : runs) {
            width += run.width();
        }
        return width / 1000.0;
    }

    /** @param name as a resource of pages, see {@link PrintFont#name} */
    static PrintFont named(String name) {
        return ofKind(kind(name));
    }

    /** Whether this product's font of that name draws what an earlier one's drew. */
    static boolean isCurrent(String name) {
        return KIND.matcher(kind(name)).matches() && named(name).name().equals(name);
    }

    private static String kind(String name) {
        return name.substring(0, Math.max(0, name.indexOf('-')));
    }

    /** {@code R}, {@code B}, or a block such as {@code r26} or {@code b26}. */
    private static PrintFont ofKind(String kind) {
        PrintFont known = MADE.get(kind);
        return known != null ? known : make(kind);
    }

    private static String block(int character, boolean heavy) {
        return String.format(Locale.ROOT, "%s%02x", heavy ? "b" : "r", character / BLOCK);
    }

    /** One at a time, for a typeface reads its tables when it is first asked. */
    private static synchronized PrintFont make(String kind) {
        try {
            PrintFont font = switch (kind) {
                case "R" -> whole(kind, typeface("AtkinsonHyperlegible-Regular"));
                case "B" -> whole(kind, typeface("AtkinsonHyperlegible-Bold"));
                default -> block(kind, typeface(kind.startsWith("b") ? "DejaVuSans-Bold" : "DejaVuSans"));
            };
            MADE.put(kind, font);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintFont whole(String kind, TrueTypeFont typeface) throws IOException {
        return new PrintFont(kind, "PAPERB", typeface, IntStream.range(0, 0x10000));
    }

    private static PrintFont block(String kind, TrueTypeFont typeface) throws IOException {
        int number = HexFormat.fromHexDigits(kind, 1, kind.length());
        char[] tag = new char[6];
        Arrays.fill(tag, 'B');
        for (int i = 5, rest = number; i > 0; i--, rest /= 26) {
            tag[i] = (char) ('A' + rest % 26);
        }
        return new PrintFont(kind, new String(tag), typeface, IntStream.range(number * BLOCK, (number + 1) * BLOCK));
    }

    private static TrueTypeFont typeface(String name) throws IOException {
        TrueTypeFont known = PARSED.get(name);
        if (known != null) {
            return known;
        }
        try (InputStream in = PrintFonts.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IOException("Font " + name + " is missing from the product");
            }
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(in));
            PARSED.put(name, parsed);
            return parsed;
        }
    }
}
