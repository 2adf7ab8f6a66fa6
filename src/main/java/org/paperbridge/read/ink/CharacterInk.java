package org.paperbridge.read.ink;

/** Leaves only the strokes that belong to a character; the same rules as {@code keep_character} of the training. */
public final class CharacterInk {

    /** Ink value from which a pixel belongs to a stroke. */
    public static final int STROKE_LEVEL = 96;

    /** A component smaller than the largest divided by this is a speck. */
    private static final int SPECK_SHARE = 24;

    private CharacterInk() {}

    /** Removes specks and lines along the border; keeps soft edges of what stays. */
    public static GreyCrop of(GreyCrop ink) {
        Components components = Components.of(ink, STROKE_LEVEL);
        int largest = components.all().stream()
                .filter(c -> !liesAlongBorder(c, ink))
                .mapToInt(Component::area)
                .max()
                .orElse(0);
        if (largest == 0) {
            int any = components.all().stream().mapToInt(Component::area).max().orElse(0);
            return components.keep(ink, c -> c.area() * SPECK_SHARE >= any);
        }
        return components.keep(ink, c -> !liesAlongBorder(c, ink) && c.area() * SPECK_SHARE >= largest);
    }

    private static boolean liesAlongBorder(Component c, GreyCrop ink) {
        boolean flat = c.width() * 10 >= ink.width() * 7
                && c.height() * 8 <= ink.height()
                && (c.top() <= 1 || c.bottom() >= ink.height() - 1);
        boolean upright = c.height() * 10 >= ink.height() * 7
                && c.width() * 8 <= ink.width()
                && (c.left() <= 1 || c.right() >= ink.width() - 1);
        return flat || upright;
    }
}
