package org.paperbridge.read.ink;

/** Grey crop, dark ink on light paper, to ink values; the same steps as {@code ink.py} of the training. */
public final class InkMap {

    /** Grey levels between paper and ink below which a crop counts as empty; above the noise of office scanners. */
    static final int LEAST_CONTRAST = 18;

    private InkMap() {}

    /** Ink 0 to 255 for every pixel; all 0 when the crop holds no ink. */
    public static GreyCrop of(GreyCrop grey) {
        GreyLevels levels = GreyLevels.of(grey);
        int contrast = levels.contrast();
        if (contrast < LEAST_CONTRAST) {
            return GreyCrop.filled(grey.width(), grey.height(), 0);
        }
        return of(grey, levels.paper() - contrast / 4, levels.paper() - 3 * contrast / 4);
    }

    /** Ink 0 from {@code light} upwards, 255 from {@code dark} downwards, straight in between. */
    public static GreyCrop of(GreyCrop grey, int light, int dark) {
        byte[] ink = new byte[grey.values().length];
        int range = Math.max(1, light - dark);
        byte[] inkOf = new byte[256];
        for (int level = 0; level < inkOf.length; level++) {
            inkOf[level] = (byte) Math.clamp((light - level) * 255 / range, 0, 255);
        }
        byte[] values = grey.values();
        for (int i = 0; i < ink.length; i++) {
            ink[i] = inkOf[values[i] & 0xff];
        }
        return new GreyCrop(grey.width(), grey.height(), ink);
    }
}
