package org.paperbridge.kit.pdfbox;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the order and shape in which its glyphs stand on paper: PDF draws what it is given, so Arabic letters are
 * joined and right-to-left words turned here. Joined letters are those of Unicode's Arabic presentation forms.
 */
final class VisualText {

    /** Forms of one letter in the order of the Unicode blocks: isolated, final, initial, medial. */
    private static final Map<String, List<Character>> FORMS = new HashMap<>();

    static {
        addForms('\ufb50', '\ufbff');
        addForms('\ufe80', '\ufefc');
    }

    private VisualText() {}

    /** Control and direction marks: they print nothing, and one in a name turns the text after it around. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    static String of(String logical) {
        String text = composed(logical);
        char[] characters = text.toCharArray();
        if (!Bidi.requiresBidi(characters, 0, characters.length)) {
            return text;
        }
        List<String> clusters = clusters(joined(text));
        StringBuilder firsts = new StringBuilder();
        clusters.forEach(cluster -> firsts.append(cluster.charAt(0)));
        Bidi bidi = new Bidi(firsts.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[clusters.size()];
        Object[] ordered = new Object[clusters.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            ordered[i] = levels[i] % 2 == 1 ? mirrored(clusters.get(i)) : clusters.get(i);
        }
        Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
        StringBuilder shown = new StringBuilder();
        for (Object cluster : ordered) {
            shown.append(cluster);
        }
        return shown.toString();
    }

    /** A letter and its accent as one character where there is one, for the fonts draw those best. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && (c < 0xa0 || c == 0xad || c > 0x2ff)) {
                return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                        .replaceAll("");
            }
        }
        return text;
    }

    private static void addForms(char from, char to) {
        for (char form = from; form <= to; form++) {
            String letter = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (!letter.equals(Character.toString(form)) && letter.chars().allMatch(Character::isLetter)) {
                FORMS.computeIfAbsent(letter, key -> new ArrayList<>()).add(form);
            }
        }
    }

    private static String joined(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            String pair = i + 1 < text.length() ? text.substring(i, i + 2) : "";
            boolean ligature = pair.startsWith("\u0644") && FORMS.containsKey(pair);
            String letter = ligature ? pair : text.substring(i, i + 1);
            List<Character> forms = FORMS.getOrDefault(letter, List.of());
            if (forms.isEmpty()) {
                out.append(text.charAt(i));
                continue;
            }
            boolean before = joinsForward(neighbour(text, i, -1));
            int last = i + letter.length() - 1;
            boolean after = forms.size() >= 4 && FORMS.containsKey(neighbour(text, last, 1));
            int form = before ? after ? 3 : 1 : after ? 2 : 0;
            out.append(forms.get(Math.min(form, forms.size() - 1)).charValue());
            i = last;
        }
        return out.toString();
    }

    /** Next letter in a direction, marks passed over; empty at the end. */
    private static String neighbour(String text, int from, int step) {
        int i = from + step;
        while (i >= 0 && i < text.length() && Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK) {
            i += step;
        }
        return i >= 0 && i < text.length() ? text.substring(i, i + 1) : "";
    }

    /** Letters with only two forms never join to the one after them. */
    private static boolean joinsForward(String letter) {
        return FORMS.getOrDefault(letter, List.of()).size() >= 4;
    }

    /** A letter with its marks stays one. */
    private static List<String> clusters(String text) {
        List<String> clusters = new ArrayList<>();
        StringBuilder cluster = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!cluster.isEmpty() && Character.getType(character) != Character.NON_SPACING_MARK) {
                clusters.add(cluster.toString());
                cluster.setLength(0);
            }
            cluster.appendCodePoint(character);
            i += Character.charCount(character);
        }
        clusters.add(cluster.toString());
        return clusters;
    }

    private static String mirrored(String cluster) {
        return switch (cluster) {
            case "(" -> ")";
            case ")" -> "(";
            case "[" -> "]";
            case "]" -> "[";
            default -> cluster;
        };
    }
}
