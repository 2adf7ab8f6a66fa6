package org.paperbridge.kit.pdfbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * Some characters of a typeface as an embedded font. Which ones is fixed, so the font is the same in every file: a page
 * can be taken into another file as it is. Its name as a resource says exactly which font it is. Immutable.
 */
final class PrintFont {

    /** What a renderer needs; without tables for typesetting. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "cvt ", "prep", "glyf", "hmtx", "fpgm", "gasp");

    private static final int PER_SECTION = 100;

    private record Glyph(int id, int width) {}

    private final String name;
    private final String baseFont;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final byte[] program;
    private final int programLength;
    private final byte[] unicode;
    private final String metrics;

    /**
     * @param kind begins its name as a resource of pages; a fingerprint of the font ends it
     * @param tag six capitals that tell this choice of characters from others of the typeface
     * @param characters those the typeface has are in it
     */
    PrintFont(String kind, String tag, TrueTypeFont typeface, IntStream characters) throws IOException {
        this.baseFont = tag + "+" + typeface.getName();
        CmapLookup known = typeface.getUnicodeCmapLookup();
        TTFSubsetter subset = new TTFSubsetter(typeface, TABLES);
        SortedMap<Integer, Integer> wanted = new TreeMap<>();
        characters.filter(c -> known.getGlyphId(c) != 0).forEach(c -> {
            subset.add(c);
            wanted.put(c, known.getGlyphId(c));
        });
        Map<Integer, Integer> numbers = new HashMap<>();
        subset.getGIDMap().forEach((here, there) -> numbers.put(there, here));
        double scale = 1000.0 / typeface.getUnitsPerEm();
        for (Map.Entry<Integer, Integer> each : wanted.entrySet()) {
            int id = numbers.getOrDefault(each.getValue(), 0);
            glyphs.put(each.getKey(), new Glyph(id, (int)
                    Math.round(typeface.getAdvanceWidth(each.getValue()) * scale)));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        subset.writeToStream(out);
        programLength = out.size();
        try (Deflating deflating = new Deflating()) {
            program = deflating.deflate(out.toByteArray(), programLength);
            byte[] map = toUnicode();
            unicode = deflating.deflate(map, map.length);
        }
        metrics = metrics(typeface, scale);
        byte[] described = (metrics
                        + descendant(0, string -> string)
                        + Fingerprint.of(program, program.length)
                        + Fingerprint.of(unicode, unicode.length))
                .getBytes(StandardCharsets.US_ASCII);
        name = kind + "-" + Fingerprint.of(described, described.length);
    }

    String name() {
        return name;
    }

    boolean has(int character) {
        return glyphs.containsKey(character);
    }

    /** Number of the glyph in this font; 0 draws the box of an unknown character. */
    int glyph(int character) {
        Glyph glyph = glyphs.get(character);
        return glyph == null ? 0 : glyph.id();
    }

    /** Thousandths of the size. */
    int width(int character) {
        Glyph glyph = glyphs.get(character);
        return glyph == null ? 0 : glyph.width();
    }

    /** TrueType, deflated. */
    byte[] program() {
        return program;
    }

    /** Bytes before it was deflated. */
    int programLength() {
        return programLength;
    }

    /** Map of glyph numbers to characters, deflated. */
    byte[] unicode() {
        return unicode;
    }

    /** The font of the resources (ISO 32000-1, 9.7). */
    String dictionary(int descendant, int unicode) {
        return "<< /Type /Font /Subtype /Type0 /BaseFont /" + baseFont + " /Encoding /Identity-H /DescendantFonts ["
                + descendant + " 0 R] /ToUnicode " + unicode + " 0 R >>";
    }

    /** @param string writes a string as the file needs it */
    String descendant(int descriptor, UnaryOperator<String> string) {
        SortedMap<Integer, Integer> widths = new TreeMap<>();
        glyphs.values().forEach(glyph -> widths.put(glyph.id(), glyph.width()));
        StringBuilder all = new StringBuilder();
        int expected = -1;
        for (Map.Entry<Integer, Integer> each : widths.entrySet()) {
            boolean next = each.getKey() == expected;
            all.append(next ? " " : (all.isEmpty() ? "" : "] ") + each.getKey() + " [");
            all.append(each.getValue());
            expected = each.getKey() + 1;
        }
        return "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /" + baseFont
                + " /CIDSystemInfo << /Registry " + string.apply("Adobe") + " /Ordering "
                + string.apply("Identity") + " /Supplement 0 >>"
                + " /CIDToGIDMap /Identity /DW 1000 /W [" + all + (all.isEmpty() ? "" : "]") + "] /FontDescriptor "
                + descriptor + " 0 R >>";
    }

    String descriptor(int file) {
        return "<< /Type /FontDescriptor /FontName /" + baseFont + metrics + " /FontFile2 " + file + " 0 R >>";
    }

    /** Glyph numbers to characters, so that text can be found and copied (ISO 32000-1, 9.10.3). */
    private byte[] toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <ffff>
                endcodespacerange
                """);
        SortedMap<Integer, Integer> characters = new TreeMap<>();
        new TreeMap<>(glyphs).forEach((character, glyph) -> characters.putIfAbsent(glyph.id(), character));
        int left = characters.size();
        int line = 0;
        for (Map.Entry<Integer, Integer> each : characters.entrySet()) {
            if (line == 0) {
                map.append(Math.min(PER_SECTION, left)).append(" beginbfchar\n");
            }
            map.append(String.format(Locale.ROOT, "<%04x> <", each.getKey()));
            for (byte b : Character.toString(each.getValue()).getBytes(StandardCharsets.UTF_16BE)) {
                map.append(String.format(Locale.ROOT, "%02x", b));
            }
            map.append(">\n");
            left--;
            line = (line + 1) % PER_SECTION;
            if (line == 0 || left == 0) {
                map.append("endbfchar\n");
            }
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String metrics(TrueTypeFont typeface, double scale) throws IOException {
        var head = typeface.getHeader();
        long stem = Math.round((head.getXMax() - head.getXMin()) * scale * 0.13);
        return " /Flags 4 /ItalicAngle 0 /FontBBox [" + Math.round(head.getXMin() * scale) + " "
                + Math.round(head.getYMin() * scale) + " " + Math.round(head.getXMax() * scale) + " "
                + Math.round(head.getYMax() * scale) + "] /Ascent "
                + Math.round(typeface.getHorizontalHeader().getAscender() * scale) + " /Descent "
                + Math.round(typeface.getHorizontalHeader().getDescender() * scale) + " /CapHeight "
                + Math.round(typeface.getOS2Windows().getCapHeight() * scale) + " /StemV " + stem;
    }
}
